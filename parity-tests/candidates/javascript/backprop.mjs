// Backpropagation with nothing but for loops, sample by sample. Node 18 or later, no packages.
// i neuron of the layer before, j of this layer, k of the next ("forward") layer.
// z pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
import { createInterface } from "node:readline";
import { exp, log, tanh } from "./fdlibm.mjs"; // those of Math differ between engines

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const sigmoid = (z) => (z < 0 ? exp(z) / (1 + exp(z)) : 1 / (1 + exp(-z))); // no overflow
const sigmoidDerivative = (z) => sigmoid(z) * sigmoid(-z);
const logarithm = (t, a) => (t === 0 ? 0 : t * log(a)); // the limit where t is 0, and
const quotient = (t, a) => (t === 0 ? 0 : t / a); // that of its derivative
const ACTIVATIONS = { // f(z) and f′(z); softmax takes a whole sample
  "identity": [(z) => z, () => 1],
  "sigmoid": [sigmoid, sigmoidDerivative],
  "tanh": [tanh, (z) => 4 * sigmoidDerivative(2 * z)],
  "relu": [(z) => (z <= 0 ? 0 : z), (z) => (z > 0 ? 1 : 0)],
  "leaky-relu": [(z) => (z > 0 ? z : 0.01 * z), (z) => (z > 0 ? 1 : 0.01)],
};
const COSTS = { // of one output, and its derivative
  "squared-error": [(a, t) => (a - t) * (a - t), (a, t) => 2 * (a - t)],
  "half-squared-error": [(a, t) => 0.5 * (a - t) * (a - t), (a, t) => a - t],
  "cross-entropy": [(a, t) => logarithm(-t, a), (a, t) => quotient(-t, a)],
  "binary-cross-entropy": [(a, t) => logarithm(-t, a) + logarithm(t - 1, 1 - a),
    (a, t) => quotient(-t, a) + quotient(1 - t, 1 - a)],
};

function softmax(z) { // shifted, because exp(z) could overflow
  const exponentials = z.map((each) => exp(each - Math.max(...z)));
  return exponentials.map((each) => each / sum(exponentials));
}

function outputDelta(f, cost, z, a, t) {
  const ending = `${f} with ${cost}`;
  if (ending === "sigmoid with binary-cross-entropy") return a.map((_, j) => a[j] - t[j]); // no f′
  if (ending === "softmax with cross-entropy") return a.map((_, j) => a[j] * sum(t) - t[j]);
  const slopes = a.map((_, j) => COSTS[cost][1](a[j], t[j]));
  if (f !== "softmax") return slopes.map((slope, j) => slope * ACTIVATIONS[f][1](z[j]));
  const jacobian = a.map((_, k) => a.map((_, j) => (k === j ? a[k] : 0) - a[k] * a[j]));
  return a.map((_, j) => sum(slopes.map((slope, k) => jacobian[k][j] * slope)));
}

function addSample(layers, cost, x, t) { // to all gradients; returns its cost
  let a = x;
  for (const layer of layers) {
    const z = layer.biases.map(() => 0);
    for (let j = 0; j < z.length; j++) { // step 1: pre-activations
      for (let i = 0; i < a.length; i++) z[j] += layer.weights[j][i] * a[i];
      z[j] += layer.biases[j];
    }
    const f = layer.activation; // step 2: activations
    a = f === "softmax" ? softmax(z) : z.map((each) => ACTIVATIONS[f][0](each));
    layer.preActivations.push(z);
    layer.activations.push(a);
  }
  const last = layers.at(-1);
  let delta = outputDelta(last.activation, cost, last.preActivations.at(-1), a, t); // step 4
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l];
    const inputs = l > 0 ? layers[l - 1].activations.at(-1) : x;
    layer.deltas.push(delta);
    for (let j = 0; j < delta.length; j++) {
      layer.biasGradients[j] += delta[j]; // step 5: bias gradients
      for (let i = 0; i < inputs.length; i++) { // step 6: weight gradients
        layer.weightGradients[j][i] += delta[j] * inputs[i];
      }
    }
    if (l === 0) break;
    const [forwardWeights, forwardDelta] = [layer.weights, delta];
    const { activation, preActivations } = layers[l - 1];
    delta = inputs.map(() => 0);
    for (let j = 0; j < delta.length; j++) { // step 7: hidden delta of the layer before
      for (let k = 0; k < forwardDelta.length; k++) {
        delta[j] += forwardWeights[k][j] * forwardDelta[k];
      }
      delta[j] *= ACTIVATIONS[activation][1](preActivations.at(-1)[j]);
    }
  }
  return sum(a.map((_, j) => COSTS[cost][0](a[j], t[j]))); // step 3: cost
}

const written = (_, value) => // JSON has no NaN, so it comes as text
  typeof value === "number" && !Number.isFinite(value) ? `${value}` : value;

for await (const line of createInterface({ input: process.stdin })) { // a case in, gradients out
  const { name, weightLayout, layers, cost, reduction, inputs, targets, learningRate } =
    JSON.parse(line);
  const size = { "sum": 1, "mean": targets.length, "element-mean": targets.flat().length };
  const factor = 1 / size[reduction];
  const transpose = (rows) => rows[0].map((_, i) => rows.map((row) => row[i]));
  const turn = weightLayout === "inputs-by-outputs" ? transpose : (rows) => rows;
  for (const layer of layers) {
    layer.weights = turn(layer.weights);
    layer.biased = "biases" in layer;
    layer.biases ??= layer.weights.map(() => 0);
    layer.biasGradients = layer.biases.map(() => 0);
    layer.weightGradients = layer.weights.map((row) => row.map(() => 0));
    Object.assign(layer, { preActivations: [], activations: [], deltas: [] });
  }
  const total = sum(inputs.map((x, s) => addSample(layers, cost, x, targets[s])));
  const answer = { format: "backprop-gradients-1", name, cost: total * factor, layers: [] };
  for (const { weights, biases, biased, activation, ...layer } of layers) {
    const scaled = (gradients) => gradients.map((gradient) => gradient * factor);
    const updated = (parameters, gradients) => // step 8: update
      parameters.map((parameter, n) => parameter - learningRate * gradients[n]);
    const biasGradients = scaled(layer.biasGradients);
    const weightGradients = layer.weightGradients.map(scaled);
    Object.assign(layer, { weightGradients: turn(weightGradients), biasGradients });
    if (learningRate !== undefined) {
      layer.updatedWeights = turn(weights.map((row, j) => updated(row, weightGradients[j])));
      layer.updatedBiases = updated(biases, biasGradients);
    }
    if (!biased) Object.assign(layer, { biasGradients: undefined, updatedBiases: undefined });
    answer.layers.push(layer);
  }
  console.log(JSON.stringify(answer, written));
}
