/**
 * Reports a training on one page: how the curves went, what was read as what, and which samples were
 * misread. One HTML file without a script, for screen and paper.
 */
package backprop.parity.training.report;
