// The slot rule: result[r][c] = Σq left[r][q] · right[q][c], and what it makes of a loop's two factors.

/**
 * The product for a loop.
 *
 * @param factors the two that the loop multiplies, each with the names of its rows and columns
 * @param result the names of its rows, r, and of its columns, c
 * @param summed the name of the index q
 * @return the factors in their places, each with whether it needs a T
 */
function slotRule(factors, { rows: r, columns: c }, summed) {
  const carrying = (name) => factors.find(({ rows, columns }) => rows === name || columns === name);
  const left = carrying(r);
  const right = carrying(c);
  return {
    left: { ...left, transposed: left.columns !== summed },
    right: { ...right, transposed: right.rows !== summed },
    summed,
  };
}

/** How numbers may be stored: this project's way, and the three others that people use. */
const LAYOUTS = [
  { samplesInRows: false, bySender: false },
  { samplesInRows: false, bySender: true },
  { samplesInRows: true, bySender: true },
  { samplesInRows: true, bySender: false },
];

/** A matrix as a layout stores it, given as [j][i] and with samples in columns. */
function stored(matrix, layout) {
  const other = { samples: layout.samplesInRows, weights: layout.bySender }[matrix.storedBy];
  return other ? { ...matrix, rows: matrix.columns, columns: matrix.rows } : matrix;
}
