// Backpropagation with nothing but for loops, sample by sample. Node 18 or later, no packages.
// i neuron of the layer before, j of this layer, k of the next ("forward") layer.
// z pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
import { createInterface } from "node:readline";

const TINY = 2 ** -1022; // instead of 0, whose logarithm is not finite
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const sigmoid = (z) => (z < 0 ? Math.exp(z) : 1) / (1 + Math.exp(-Math.abs(z))); // no overflow
const shifted = (z, j, all) => Math.exp(z - Math.max(...all)); // likewise
const ACTIVATIONS = { // f(z) and f′(z), which cross-entropy cancels for softmax
  "identity": [(z) => z, () => 1],
  "sigmoid": [sigmoid, (z) => sigmoid(z) * sigmoid(-z)],
  "tanh": [Math.tanh, (z) => 4 * sigmoid(2 * z) * sigmoid(-2 * z)],
  "relu": [(z) => Math.max(z, 0), (z) => (z > 0 ? 1 : 0)],
  "leaky-relu": [(z) => Math.max(z, 0.01 * z), (z) => (z > 0 ? 1 : 0.01)],
  "softmax": [(z, j, all) => shifted(z, j, all) / sum(all.map(shifted))],
};
const COSTS = { // of one output
  "squared-error": (a, t) => (a - t) ** 2,
  "half-squared-error": (a, t) => (a - t) ** 2 / 2,
  "cross-entropy": (a, t) => -t * Math.log(a || TINY),
  "binary-cross-entropy": (a, t) => -t * Math.log(a || TINY) - (1 - t) * Math.log(1 - a || TINY),
};

function addSample(layers, cost, factor, a, t) { // to all gradients; returns its part of the cost
  for (const layer of layers) {
    const z = [...layer.biases];
    for (let j = 0; j < z.length; j++) { // step 1: pre-activations
      for (let i = 0; i < a.length; i++) z[j] += layer.weights[j][i] * a[i];
    }
    Object.assign(layer, { inputs: a, z });
    a = z.map(ACTIVATIONS[layer.activation][0]); // step 2: activations
  }
  const [total, twice] = [cost === "cross-entropy" ? sum(t) : 1, cost === "squared-error" ? 2 : 1];
  let delta = a.map((_, j) => twice * (total * a[j] - t[j])); // step 4: output delta, then f′
  for (const layer of [...layers].reverse()) {
    const { weights: forwardWeights, activation, inputs, z } = layer;
    const cancelled = layer === layers.at(-1) && cost.includes("entropy"); // its f′
    for (let j = 0; j < z.length; j++) {
      if (!cancelled) delta[j] *= ACTIVATIONS[activation][1](z[j]);
      layer.biasGradients[j] += factor * delta[j]; // step 5: bias gradients
      for (let i = 0; i < inputs.length; i++) { // step 6: weight gradients
        layer.weightGradients[j][i] += factor * delta[j] * inputs[i];
      }
    }
    const forwardDelta = delta;
    delta = inputs.map(() => 0);
    for (let j = 0; j < delta.length; j++) { // step 7: hidden delta of the layer before
      for (let k = 0; k < z.length; k++) delta[j] += forwardWeights[k][j] * forwardDelta[k];
    }
  }
  return factor * sum(a.map((_, j) => COSTS[cost](a[j], t[j]))); // step 3: cost
}

for await (const line of createInterface({ input: process.stdin })) { // a case in, gradients out
  const { name, weightLayout, layers, cost, reduction, inputs, targets } = JSON.parse(line);
  const answer = { format: "backprop-gradients-1", name };
  const size = { "sum": 1, "mean": targets.length, "element-mean": targets.flat().length };
  const transpose = (rows) => rows[0].map((_, i) => rows.map((row) => row[i]));
  const turn = weightLayout === "inputs-by-outputs" ? transpose : (rows) => rows;
  for (const layer of layers) {
    layer.weights = turn(layer.weights);
    layer.biasGradients = layer.biases.map(() => 0);
    layer.weightGradients = layer.weights.map((row) => row.map(() => 0));
  }
  if ((layers.at(-1).activation === "softmax") !== (cost === "cross-entropy")) {
    answer.unsupported = "softmax or cross-entropy without the other";
  } else {
    const share = (a, s) => addSample(layers, cost, 1 / size[reduction], a, targets[s]);
    answer.cost = sum(inputs.map(share));
    answer.layers = layers.map(({ biasGradients, weightGradients }) => (
      { biasGradients, weightGradients: turn(weightGradients) }));
  }
  console.log(JSON.stringify(answer));
}
