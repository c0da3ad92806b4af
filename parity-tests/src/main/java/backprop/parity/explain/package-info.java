/**
 * Shows what the twins compute: the loops' terms with live numbers beside the matrix product, the
 * slot rule that puts the T where it stands, and the raw bits of both.
 */
package backprop.parity.explain;
