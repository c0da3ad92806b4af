/** The questions: worked examples, the built-in suite, ill-conditioned, random and exact cases. */
package backprop.parity.suites;
