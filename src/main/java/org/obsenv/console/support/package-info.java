/**
 * What every part of the console stands on: the one background runner, time, themes, fonts, small texts and
 * shapes. It knows no feature and no port.
 */
@NullMarked
package org.obsenv.console.support;

import org.jspecify.annotations.NullMarked;
