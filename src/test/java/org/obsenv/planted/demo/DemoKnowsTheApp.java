package org.obsenv.planted.demo;

/** Breaks: floors see down only. */
record DemoKnowsTheApp(org.obsenv.planted.app.Main main) {}
