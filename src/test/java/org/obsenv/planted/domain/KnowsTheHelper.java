package org.obsenv.planted.domain;

import org.obsenv.planted.helper.LooksWithJGit;

/** Breaks: the domain is plain Java; floors see down only; packages have no cycle. */
record KnowsTheHelper(LooksWithJGit helper) {}
