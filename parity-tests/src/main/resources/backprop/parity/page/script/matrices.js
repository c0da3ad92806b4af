// The same steps as products of whole matrices: once with samples as columns, once as rows.

const transpose = (matrix) => matrix[0].map((_, i) => matrix.map((row) => row[i]));
const ones = (rows, columns) => table(rows, columns, () => 1);
const map = (f, ...matrices) =>
  matrices[0].map((row, j) => row.map((_, s) => f(...matrices.map((matrix) => matrix[j][s]))));
const sum = (left, right) => map((l, r) => l + r, left, right);
const difference = (left, right) => map((l, r) => l - r, left, right);
const hadamard = (left, right) => map((l, r) => l * r, left, right);
const scaled = (matrix, factor) => map((entry) => entry * factor, matrix);

/** Row times column, the terms added in ascending order, starting at 0. */
function product(left, right) {
  if (left[0].length !== right.length) {
    throw new Error(`${left[0].length} columns cannot meet ${right.length} rows`);
  }
  return table(left.length, right[0].length, (row, column) => {
    let entry = 0;
    for (let index = 0; index < right.length; index++) {
      entry += left[row][index] * right[index][column];
    }
    return entry;
  });
}

/** What no product can say is the same for both ways round. */
const entryByEntry = {
  updated: (parameters, gradients, learningRate) =>
    difference(parameters, scaled(gradients, learningRate)),

  outputDelta(cost, activation, preActivations, activations, targets) {
    if (activation === "softmax") {
      return this.softmaxDelta(cost, activations, targets);
    }
    if (activation === "sigmoid" && cost === "binary-cross-entropy") {
      return difference(activations, targets);
    }
    return hadamard(
      map(COSTS[cost].derivative, activations, targets),
      map(ACTIVATIONS[activation].derivative, preActivations),
    );
  },

  activations(activation, preActivations) {
    return activation === "softmax"
      ? this.shares(preActivations)
      : map(ACTIVATIONS[activation].value, preActivations);
  },
};

/** Samples are columns, weights[j][i]: the matrix twin. */
const samplesAsColumns = {
  ...entryByEntry,
  samplesAreRows: false,

  preActivations: (weights, biases, activations) =>
    sum(product(weights, activations), product(biases, transpose(ones(activations[0].length, 1)))),

  shares(preActivations) {
    const one = ones(preActivations.length, 1);
    const maximum = [transpose(preActivations).map((sample) => Math.max(...sample))];
    const exponentials = map(Math.exp, difference(preActivations, product(one, maximum)));
    const sums = product(one, product(transpose(one), exponentials));
    return map((exponential, total) => exponential / total, exponentials, sums);
  },

  softmaxDelta(cost, activations, targets) {
    if (cost === "cross-entropy") {
      const one = ones(targets.length, 1);
      const targetSums = product(one, product(transpose(one), targets));
      return difference(hadamard(activations, targetSums), targets);
    }
    const costDerivatives = map(COSTS[cost].derivative, activations, targets);
    const columns = transpose(costDerivatives).map((slopes, s) => {
      const a = activations.map((row) => [row[s]]);
      const diagonal = table(a.length, a.length, (k, j) => (k === j ? a[k][0] : 0));
      const jacobian = difference(diagonal, product(a, transpose(a)));
      return transpose(product(transpose(jacobian), transpose([slopes])))[0];
    });
    return transpose(columns);
  },

  cost(cost, factor, activations, targets) {
    const costs = map(COSTS[cost].value, activations, targets);
    const sampleCosts = product(transpose(ones(targets.length, 1)), costs);
    return product(sampleCosts, ones(targets[0].length, 1))[0][0] * factor;
  },

  biasGradients: (delta, factor) => scaled(product(delta, ones(delta[0].length, 1)), factor),

  weightGradients: (delta, activations, factor) =>
    scaled(product(delta, transpose(activations)), factor),

  hiddenDelta: (forwardWeights, forwardDelta, activation, preActivations) =>
    hadamard(
      product(transpose(forwardWeights), forwardDelta),
      map(ACTIVATIONS[activation].derivative, preActivations),
    ),
};

/** Samples are rows, weights[i][j]: NumPy, Keras and most books. */
const samplesAsRows = {
  ...entryByEntry,
  samplesAreRows: true,

  preActivations: (weights, biases, activations) =>
    sum(product(activations, weights), product(ones(activations.length, 1), biases)),

  shares: (preActivations) => transpose(samplesAsColumns.shares(transpose(preActivations))),

  softmaxDelta: (cost, activations, targets) =>
    transpose(samplesAsColumns.softmaxDelta(cost, transpose(activations), transpose(targets))),

  cost(cost, factor, activations, targets) {
    const costs = map(COSTS[cost].value, activations, targets);
    const sampleCosts = product(costs, ones(targets[0].length, 1));
    return product(ones(1, targets.length), sampleCosts)[0][0] * factor;
  },

  biasGradients: (delta, factor) => scaled(product(ones(1, delta.length), delta), factor),

  weightGradients: (delta, activations, factor) =>
    scaled(product(transpose(activations), delta), factor),

  hiddenDelta: (forwardWeights, forwardDelta, activation, preActivations) =>
    hadamard(
      product(forwardDelta, transpose(forwardWeights)),
      map(ACTIVATIONS[activation].derivative, preActivations),
    ),
};
