/**
 * What "agrees" means: a bound that is computed, not a tolerance that is chosen.
 *
 * <p>{@link ErrorBound} follows the loops step by step and says for every entry how far any correct
 * program can be from the exact value; {@link Allowance} judges one entry by it. Method: running
 * error analysis, N. Higham, "Accuracy and Stability of Numerical Algorithms", chapter 3.
 * No product of errors is left out, and the account is rounded up: interval arithmetic is the
 * witness that the bound covers every rounding.
 */
package backprop.parity.verdict;
