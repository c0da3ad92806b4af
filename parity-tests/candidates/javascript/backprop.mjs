// Backpropagation with nothing but for loops. Node 18 or later, no packages.
//
//   i  neuron of the layer before    weights[j][i]         a row per receiving neuron
//   j  neuron of this layer          delta[l][j]           ∂cost/∂z
//   k  neuron of the next layer      forwardWeights[k][j]  the next layer's weights
//   s  sample    l  layer, 1..L      activations[0]        the inputs
import { createInterface } from "node:readline";

// The network language: activations, costs, reductions.

/** 1 / (1 + e⁻ᶻ), with the exponential that cannot overflow. */
function sigmoid(z) {
  const exponential = Math.exp(-Math.abs(z));
  return (z < 0 ? exponential : 1) / (1 + exponential);
}

/** f (1 - f); 1 - f(z) is f(-z), and subtracting would lose digits. */
const sigmoidDerivative = (z) => sigmoid(z) * sigmoid(-z);

/** The neurons' shares of 1; without the shift, exp would overflow. */
function softmax(z) {
  const maximum = Math.max(...z);
  const exponentials = z.map((each) => Math.exp(each - maximum));
  const sum = exponentials.reduce((total, each) => total + each, 0);
  return exponentials.map((each) => each / sum);
}

/** t ln a and its derivative t / a, where 0 times the logarithm of 0 is 0. */
const timesLogarithm = (t, a) => (t === 0 ? 0 : t * Math.log(a));
const quotient = (t, a) => (t === 0 ? 0 : t / a);

/** f(z) and f′(z); softmax takes all neurons at once. */
const ACTIVATIONS = new Map([
  ["identity", [(z) => z, () => 1]],
  ["sigmoid", [sigmoid, sigmoidDerivative]],
  ["tanh", [Math.tanh, (z) => 4 * sigmoidDerivative(2 * z)]],
  ["relu", [(z) => (z > 0 ? z : 0), (z) => (z > 0 ? 1 : 0)]],
  ["leaky-relu", [(z) => (z > 0 ? z : 0.01 * z), (z) => (z > 0 ? 1 : 0.01)]],
  ["softmax", []],
]);

/** The cost of one output, and ∂cost/∂a. */
const COSTS = new Map([
  ["squared-error", [(a, t) => (a - t) * (a - t), (a, t) => 2 * (a - t)]],
  ["half-squared-error", [(a, t) => 0.5 * (a - t) * (a - t), (a, t) => a - t]],
  ["cross-entropy", [(a, t) => -timesLogarithm(t, a), (a, t) => -quotient(t, a)]],
  ["binary-cross-entropy", [
    (a, t) => -timesLogarithm(t, a) - timesLogarithm(1 - t, 1 - a),
    (a, t) => quotient(1 - t, 1 - a) - quotient(t, a),
  ]],
]);

const FACTORS = new Map([
  ["sum", () => 1],
  ["mean", (samples) => 1 / samples],
  ["element-mean", (samples, outputs) => 1 / (samples * outputs)],
]);

// The lesson: steps 1 to 8.

/** Step 4: ∂cost/∂z of every output. */
function outputDelta(cost, activation, z, a, t) {
  if (activation === "softmax" && cost === "cross-entropy") {
    const targetSum = t.reduce((total, each) => total + each, 0);
    return a.map((_, j) => a[j] * targetSum - t[j]); // on paper, f′ cancels the 1/a
  }
  if (activation === "sigmoid" && cost === "binary-cross-entropy") {
    return a.map((_, j) => a[j] - t[j]);
  }
  const [, costDerivative] = COSTS.get(cost);
  const [, derivative] = ACTIVATIONS.get(activation);
  const delta = [];
  for (let j = 0; j < a.length; j++) {
    if (activation === "softmax") { // every z moves every output
      delta[j] = 0;
      for (let k = 0; k < a.length; k++) {
        const jacobian = a[k] * ((k === j ? 1 : 0) - a[j]);
        delta[j] += jacobian * costDerivative(a[k], t[k]);
      }
    } else {
      delta[j] = costDerivative(a[j], t[j]) * derivative(z[j]);
    }
  }
  return delta;
}

/** Steps 1 to 7 for one sample: adds to every layer's gradients and trace; returns the cost. */
function backpropagate(layers, cost, inputs, targets) {
  const activations = [inputs];
  const z = [];
  for (let l = 1; l < layers.length; l++) {
    const { weights, biases, activation } = layers[l];
    z[l] = [];
    for (let j = 0; j < biases.length; j++) {
      let sum = 0; // step 1: products first, then the bias
      for (let i = 0; i < activations[l - 1].length; i++) {
        sum += weights[j][i] * activations[l - 1][i];
      }
      z[l][j] = sum + biases[j];
    }
    const [f] = ACTIVATIONS.get(activation); // step 2
    activations[l] = f ? z[l].map((each) => f(each)) : softmax(z[l]);
  }

  const outputs = activations.at(-1);
  const [value] = COSTS.get(cost);
  let sampleCost = 0; // step 3
  for (let j = 0; j < outputs.length; j++) {
    sampleCost += value(outputs[j], targets[j]);
  }

  const delta = [];
  for (let l = layers.length - 1; l >= 1; l--) {
    const { activation, trace, biasGradients, weightGradients } = layers[l];
    if (l === layers.length - 1) {
      delta[l] = outputDelta(cost, activation, z[l], outputs, targets);
    } else { // step 7: the next layer's deltas come back through the weights to them
      const forwardWeights = layers[l + 1].weights;
      const [, derivative] = ACTIVATIONS.get(activation);
      delta[l] = [];
      for (let j = 0; j < z[l].length; j++) {
        let sum = 0;
        for (let k = 0; k < forwardWeights.length; k++) {
          sum += forwardWeights[k][j] * delta[l + 1][k];
        }
        delta[l][j] = sum * derivative(z[l][j]);
      }
    }
    for (let j = 0; j < delta[l].length; j++) {
      biasGradients[j] += delta[l][j]; // step 5: a bias has the input 1
      for (let i = 0; i < activations[l - 1].length; i++) {
        weightGradients[j][i] += delta[l][j] * activations[l - 1][i]; // step 6
      }
    }
    trace.preActivations.push(z[l]);
    trace.activations.push(activations[l]);
    trace.deltas.push(delta[l]);
  }
  return sampleCost;
}

/** Step 8 for one row of parameters. */
const updated = (row, gradients, rate) => row.map((each, j) => each - rate * gradients[j]);

// The protocol: a case in, gradients out.

/** Numbers of any nesting; a hex float comes as text. */
function numbers(value) {
  if (Array.isArray(value)) {
    return value.map(numbers);
  }
  const hex = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?\d+)$/i.exec(value);
  if (!hex) {
    return Number(value);
  }
  const [, sign, whole, fraction, exponent] = hex;
  const digits = parseInt(whole + fraction, 16);
  return (sign === "-" ? -1 : 1) * digits * 2 ** (exponent - 4 * fraction.length);
}

const transpose = (rows) => rows[0].map((_, i) => rows.map((row) => row[i]));

function answer(question) {
  const result = { format: "backprop-gradients-1", name: question.name };
  const unknown = [
    ...question.layers.map((layer) => layer.activation).filter((word) => !ACTIVATIONS.has(word)),
    ...[question.cost].filter((word) => !COSTS.has(word)),
    ...[question.reduction].filter((word) => !FACTORS.has(word)),
  ];
  if (unknown.length > 0) {
    return { ...result, unsupported: `no ${unknown[0]}` };
  }
  const turn = question.weightLayout === "inputs-by-outputs" ? transpose : (rows) => rows;
  const inputs = numbers(question.inputs);
  const targets = numbers(question.targets);
  const factor = FACTORS.get(question.reduction)(targets.length, targets[0].length);
  const rate = question.learningRate === undefined ? undefined : numbers(question.learningRate);

  const layers = [{}]; // so that layer 1 is the first that has weights
  for (const layer of question.layers) {
    const weights = turn(numbers(layer.weights));
    layers.push({
      activation: layer.activation,
      weights,
      biases: numbers(layer.biases),
      biasGradients: weights.map(() => 0),
      weightGradients: weights.map((row) => row.map(() => 0)),
      trace: { preActivations: [], activations: [], deltas: [] },
    });
  }
  let cost = 0;
  for (let s = 0; s < inputs.length; s++) {
    cost += backpropagate(layers, question.cost, inputs[s], targets[s]);
  }

  result.cost = cost * factor;
  result.layers = layers.slice(1).map((layer) => {
    // A sum over the batch is scaled once, at the end.
    const biasGradients = layer.biasGradients.map((sum) => sum * factor);
    const weightGradients = layer.weightGradients.map((row) => row.map((sum) => sum * factor));
    const answered = { ...layer.trace, biasGradients, weightGradients: turn(weightGradients) };
    if (rate !== undefined) {
      answered.updatedBiases = updated(layer.biases, biasGradients, rate);
      answered.updatedWeights = turn(
        layer.weights.map((row, j) => updated(row, weightGradients[j], rate)),
      );
    }
    return answered;
  });
  return result;
}

/** JSON has no NaN and no infinities: they go as text. */
const finiteOrText = (key, value) =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line)), finiteOrText));
}
