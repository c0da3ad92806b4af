/**
 * The code-along course: a learner's program, in any language, is asked chapter by chapter, and told
 * where it first goes wrong and what comes next.
 */
package backprop.parity.course;
