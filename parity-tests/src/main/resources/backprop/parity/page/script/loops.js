// The loops, term by term and in the order of the loops twin. Samples are columns.

const table = (rows, columns, at) =>
  Array.from({ length: rows }, (_, j) => Array.from({ length: columns }, (_, s) => at(j, s)));

const loops = {
  samplesAreRows: false,

  /** @param biases undefined for a layer that has none */
  preActivations(weights, biases, activations) {
    return table(weights.length, activations[0].length, (j, s) => {
      let sum = 0;
      for (let i = 0; i < activations.length; i++) {
        sum += weights[j][i] * activations[i][s];
      }
      return biases ? sum + biases[j][0] : sum;
    });
  },

  activations(activation, preActivations) {
    if (activation === "softmax") {
      return loops.shares(preActivations);
    }
    const f = ACTIVATIONS[activation].value;
    return table(preActivations.length, preActivations[0].length, (j, s) =>
      f(preActivations[j][s]),
    );
  },

  shares(preActivations) {
    const shares = preActivations.map((row) => row.slice());
    for (let s = 0; s < shares[0].length; s++) {
      let maximum = -Infinity;
      for (let j = 0; j < shares.length; j++) {
        maximum = Math.max(maximum, preActivations[j][s]);
      }
      let sum = 0;
      for (let j = 0; j < shares.length; j++) {
        shares[j][s] = exp(preActivations[j][s] - maximum);
        sum += shares[j][s];
      }
      for (let j = 0; j < shares.length; j++) {
        shares[j][s] = shares[j][s] / sum;
      }
    }
    return shares;
  },

  cost(cost, factor, activations, targets) {
    let batchSum = 0;
    for (let s = 0; s < targets[0].length; s++) {
      let sum = 0;
      for (let j = 0; j < targets.length; j++) {
        sum += COSTS[cost].value(activations[j][s], targets[j][s]);
      }
      batchSum += sum;
    }
    return batchSum * factor;
  },

  outputDelta(cost, activation, preActivations, activations, targets) {
    return table(targets.length, targets[0].length, (j, s) => {
      if (activation === "softmax") {
        return loops.softmaxDelta(cost, activations, targets, j, s);
      }
      if (activation === "sigmoid" && cost === "binary-cross-entropy") {
        return activations[j][s] - targets[j][s];
      }
      return (
        COSTS[cost].derivative(activations[j][s], targets[j][s]) *
        ACTIVATIONS[activation].derivative(preActivations[j][s])
      );
    });
  },

  softmaxDelta(cost, activations, targets, j, s) {
    if (cost === "cross-entropy") {
      let targetSum = 0;
      for (let k = 0; k < targets.length; k++) {
        targetSum += targets[k][s];
      }
      return activations[j][s] * targetSum - targets[j][s];
    }
    let sum = 0;
    for (let k = 0; k < activations.length; k++) {
      const diagonal = k === j ? activations[k][s] : 0;
      const jacobian = diagonal - activations[k][s] * activations[j][s];
      sum += jacobian * COSTS[cost].derivative(activations[k][s], targets[k][s]);
    }
    return sum;
  },

  biasGradients(delta, factor) {
    return table(delta.length, 1, (j) => {
      let sum = 0;
      for (let s = 0; s < delta[0].length; s++) {
        sum += delta[j][s] * 1;
      }
      return sum * factor;
    });
  },

  weightGradients(delta, activations, factor) {
    return table(delta.length, activations.length, (j, i) => {
      let sum = 0;
      for (let s = 0; s < delta[0].length; s++) {
        sum += delta[j][s] * activations[i][s];
      }
      return sum * factor;
    });
  },

  hiddenDelta(forwardWeights, forwardDelta, activation, preActivations) {
    return table(preActivations.length, preActivations[0].length, (j, s) => {
      let sum = 0;
      for (let k = 0; k < forwardWeights.length; k++) {
        sum += forwardWeights[k][j] * forwardDelta[k][s];
      }
      return sum * ACTIVATIONS[activation].derivative(preActivations[j][s]);
    });
  },

  updated(parameters, gradients, learningRate) {
    return table(
      parameters.length,
      parameters[0].length,
      (j, i) => parameters[j][i] - learningRate * gradients[j][i],
    );
  },
};
