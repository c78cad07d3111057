package org.obsenv.console.base;

import org.obsenv.console.support.FileChoice;
import org.obsenv.domain.RevisionReader;
import org.obsenv.domain.basing.BaseListReader;
import org.obsenv.domain.basing.BringsReader;

/** What the page reads through. */
public record BaseParts(BaseListReader lists, RevisionReader revisions, BringsReader brings, FileChoice files) {}
