/**
 * Somebody else's program, asked case by case: it runs in a process of its own and is never trusted
 * to answer, to stop, to be brief or to clean up.
 */
package backprop.parity.sources.candidate;
