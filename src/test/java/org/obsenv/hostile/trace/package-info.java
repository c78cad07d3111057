/**
 * Follows a verb and every program that it runs from system call to system call, by ptrace(2). strace counts calls per
 * thread and cannot be told which program or which thread to strike in, so with it a planned death now and then came
 * elsewhere. Here a call is known by what it does, and nothing is struck but the call that was meant. Linux on x86-64.
 */
@NullMarked
package org.obsenv.hostile.trace;

import org.jspecify.annotations.NullMarked;
