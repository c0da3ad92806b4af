// The same steps as products of whole matrices, in every layout; the slot rule says which products.

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
    throw new RangeError(`${left[0].length} columns cannot meet ${right.length} rows`);
  }
  return table(left.length, right[0].length, (row, column) => {
    let entry = 0;
    for (let index = 0; index < right.length; index++) {
      entry += left[row][index] * right[index][column];
    }
    return entry;
  });
}

/** A matrix by the names of its indices, "ji", and by what decides how it is stored. */
const lying = (storedBy, [rows, columns], entries) => ({ storedBy, rows, columns, entries });

/** All steps in one layout. They are given, and give, matrices as they lie in columns and [j][i]. */
function matrices(layout) {
  const entriesOf = (matrix) => {
    const { rows } = stored(matrix, layout);
    return rows === matrix.rows ? matrix.entries : transpose(matrix.entries);
  };

  /** One product, stored as the layout stores it, with the transposes of the slot rule. */
  function times(storedBy, names, summed, ...factors) {
    const asStored = (matrix) => ({ ...stored(matrix, layout), entries: entriesOf(matrix) });
    const result = stored(lying(storedBy, names), layout);
    const { left, right } = slotRule(factors.map(asStored), result, summed);
    const used = ({ transposed, entries }) => (transposed ? transpose(entries) : entries);
    const entries = product(used(left), used(right));
    return result.rows === names[0] ? entries : transpose(entries);
  }

  return {
    updated: (parameters, gradients, learningRate) =>
      difference(parameters, scaled(gradients, learningRate)),

    preActivations(weights, biases, activations) {
      const sums = times(
        "samples",
        "js",
        "i",
        lying("weights", "ji", weights),
        lying("samples", "is", activations),
      );
      return biases ? sum(sums, product(biases, ones(1, activations[0].length))) : sums;
    },

    activations(activation, preActivations) {
      return activation === "softmax"
        ? shares(preActivations)
        : map(ACTIVATIONS[activation].value, preActivations);
    },

    outputDelta(cost, activation, preActivations, activations, targets) {
      if (activation === "softmax") {
        return softmaxDelta(cost, activations, targets);
      }
      if (activation === "sigmoid" && cost === "binary-cross-entropy") {
        return difference(activations, targets);
      }
      return hadamard(
        map(COSTS[cost].derivative, activations, targets),
        map(ACTIVATIONS[activation].derivative, preActivations),
      );
    },

    cost(cost, factor, activations, targets) {
      const costs = map(COSTS[cost].value, activations, targets);
      const sampleCosts = product(ones(1, targets.length), costs);
      return product(sampleCosts, ones(targets[0].length, 1))[0][0] * factor;
    },

    biasGradients(delta, factor) {
      const one = lying("samples", "s·", ones(delta[0].length, 1));
      return scaled(times("samples", "j·", "s", lying("samples", "js", delta), one), factor);
    },

    weightGradients(delta, activations, factor) {
      const factors = [lying("samples", "js", delta), lying("samples", "is", activations)];
      return scaled(times("weights", "ji", "s", ...factors), factor);
    },

    hiddenDelta(forwardWeights, forwardDelta, activation, preActivations) {
      const sums = times(
        "samples",
        "js",
        "k",
        lying("weights", "kj", forwardWeights),
        lying("samples", "ks", forwardDelta),
      );
      return hadamard(sums, map(ACTIVATIONS[activation].derivative, preActivations));
    },
  };
}

/** Softmax: every neuron's share of its sample. */
function shares(preActivations) {
  const one = ones(preActivations.length, 1);
  const maximum = [transpose(preActivations).map((sample) => Math.max(...sample))];
  const exponentials = map(exp, difference(preActivations, product(one, maximum)));
  const sums = product(one, product(transpose(one), exponentials));
  return map((exponential, total) => exponential / total, exponentials, sums);
}

function softmaxDelta(cost, activations, targets) {
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
}
