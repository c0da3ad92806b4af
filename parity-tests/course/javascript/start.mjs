// Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.
// After each: backprop follow --command 'node --trace-warnings start.mjs'
//
// One sample at a time, with nothing but for loops. i is a neuron of the layer before, j of this
// layer, k of the next ("forward") layer.
import { writeSync } from "node:fs";
import { inspect } from "node:util";

// Chapter 1 · derivative
// Nothing to write: this program can already answer.

// Chapter 2 · one neuron
// Returns the number z, which is
// weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
function preActivation(weights, inputs, bias) { // weights[i], inputs[i]
  return undefined;
}

// Returns the number f(z) = 1 / (1 + exp(-z)).
function sigmoid(z) {
  return undefined;
}

// Chapter 3 · a layer
// Returns the list of z: for every neuron j its weights[j] and biases[j],
// and the same inputs.
function preActivations(weights, inputs, biases) { // [j][i], [i], [j]
  return undefined;
}

// Chapter 4 · output delta
// Returns the number ½(a - t)², added up over the outputs j.
function cost(activations, targets) { // activations[j], targets[j]
  return undefined;
}

// Returns the number f′(z), the slope of the sigmoid at z.
function sigmoidDerivative(z) {
  return undefined;
}

// Returns the list of (a - t) * f′(z), one for every output j.
function outputDelta(preActivations, activations, targets) { // each [j]
  return undefined;
}

// Chapter 5 · bias and weight gradients
// Returns the list of delta * 1, one for every neuron j.
function biasGradients(delta) { // delta[j]
  return undefined;
}

// Returns a list of lists like the weights, [j][i]: delta * input.
function weightGradients(delta, inputs) { // delta[j], inputs[i]
  return undefined;
}

// Chapter 6 · hidden delta
// Returns the list of (sum over k of forward weight * forward delta) * f′(z),
// for every neuron j: the weights are [k][j], the forward deltas [k], z [j].
function hiddenDelta(forwardWeights, forwardDelta, preActivations) {
  return undefined;
}

// Chapter 7 · the slot rule
// Returns a list of lists in which rows have become columns:
// what was [j][i] is [i][j].
function transpose(rows) {
  return undefined;
}

// Chapter 8 · batches
// Returns one number for the whole batch: the sum of the terms, one from each
// sample, times 1 for "sum", 1/N for "mean", 1/(N * outputs) for
// "element-mean". N is the number of samples.
function reduced(terms, reduction, outputs) { // terms[s], a text, a number
  return undefined;
}

// Chapter 9 · learning
// Returns the list of parameter - learning rate * gradient.
function updated(parameters, gradients, learningRate) { // [n], [n], number
  return undefined;
}

// The matrix track · multiply
// Returns the product, a list of lists:
// [r][c] is the sum over q of left[r][q] * right[q][c].
function multiply(left, right) { // left[r][q], right[q][c]
  return;
}

// Ready: nothing is left to write from here on. It reads questions, calls the functions above,
// and answers with whatever they return so far.
let problems = new Map(); // why a function gives nothing to the question at hand
const leftOut = process.env.BACKPROP_LEAVE_OUT; // 'backprop follow' wants to know who is called

function tried(f, sizes, ...values) { // what a function returns, if it has these sizes
  mark("calling " + f.name);
  if (leftOut?.split(" ").includes(f.name)) return nothing(f.name, { kind: "left-out" });
  let value;
  let problem = { kind: "returned-nothing" };
  try {
    value = f(...structuredClone(values));
    if (value instanceof Promise) value.catch(() => {}); // it is refused, whatever comes of it
  } catch (error) {
    const line = /:(\d+):\d+\)?$/m.exec(error?.stack)?.[1];
    problem = { kind: "stopped", message: String(error) };
    if (line !== undefined) problem.line = Number(line);
  }
  mark("back from " + f.name);
  if (value === undefined || value === null) return nothing(f.name, problem);
  return fits(value, sizes) ? value : nothing(f.name, misfit(value, sizes));
}

function mark(text) { // at once, even if what is printed fills the pipe, or what follows never ends
  for (let waiting = leftOut !== undefined; waiting; ) {
    try {
      writeSync(2, `backprop: ${text}\n`);
      waiting = false;
    } catch (full) {
      if (full.code !== "EAGAIN") throw full;
    }
  }
}

function nothing(name, problem) {
  if (!problems.has(name)) problems.set(name, { function: name, ...problem });
}

function fits(value, sizes) { // [] is a number, [2] a list of 2 numbers, [2, 3] 2 lists of 3
  if (sizes.length === 0) return typeof value === "number";
  const whole = Array.isArray(value) && value.length === sizes[0];
  return whole && [...value].every((each) => fits(each, sizes.slice(1)));
}

function misfit(value, sizes) {
  const problem = { kind: "unfit", message: spelled(value), sizes };
  const found = sizes.length > 0 && Array.isArray(value) ? sizesOf(value) : undefined;
  if (found !== sizes.join(" x ")) problem.found = found;
  if (value instanceof Promise) problem.advice = "is there an async too many?";
  if (holdsUndefined(value)) problem.advice = "is there a return in the inner function?";
  return problem;
}

function holdsUndefined(value) {
  return Array.isArray(value) ? [...value].some(holdsUndefined) : value === undefined;
}

function sizesOf(value) { // 2 x 3, or 2 x 3 or 4 if the rows differ
  const widths = new Set(value.filter(Array.isArray).map((row) => row.length));
  return widths.size === 0 ? `${value.length}` : `${value.length} x ${[...widths].join(" or ")}`;
}

function spelled(value) { // as much as has room in a sentence
  if (value instanceof Promise) return "a Promise";
  if (typeof value === "bigint") return "a BigInt";
  const text = inspect(value, { breakLength: Infinity, compact: true });
  return text.length > 60 ? text.slice(0, 60).replace(/,[^,]*$/, ",") + " …" : text;
}

function oneSample(layers, inputs, targets) {
  const steps = layers.map(() => ({}));
  let a = inputs;
  for (let l = 0; l < steps.length; l++) {
    const { weights, biases } = layers[l];
    steps[l].inputs = a;
    let z;
    if (biases.length === 1) {
      const only = tried(preActivation, [], weights[0], a, biases[0]);
      z = only === undefined ? undefined : [only];
    } else {
      z = tried(preActivations, [biases.length], weights, a, biases);
    }
    if (z === undefined) return steps;
    steps[l].preActivations = z;
    a = z.map((each) => tried(sigmoid, [], each));
    if (a.includes(undefined)) return steps;
    steps[l].activations = a;
  }
  steps.at(-1).cost = tried(cost, [], a, targets);
  let z = steps.at(-1).preActivations;
  let delta = tried(outputDelta, [targets.length], z, a, targets);
  for (let l = steps.length - 1; l >= 0; l--) {
    if (delta === undefined) return steps;
    steps[l].deltas = delta;
    const { inputs } = steps[l];
    steps[l].biasGradients = tried(biasGradients, [delta.length], delta);
    steps[l].weightGradients =
      tried(weightGradients, [delta.length, inputs.length], delta, inputs);
    if (l === 0) break;
    z = steps[l - 1].preActivations;
    delta = tried(hiddenDelta, [z.length], layers[l].weights, delta, z);
  }
  return steps;
}

function batch(reduction, outputs, samples) { // of one number from each sample, or of lists of them
  if (samples.includes(undefined)) return undefined;
  if (samples.length === 1 && reduction === "sum") return samples[0];
  if (!Array.isArray(samples[0])) return tried(reduced, [], samples, reduction, outputs);
  const each = (_, n) => batch(reduction, outputs, samples.map((sample) => sample[n]));
  const entries = samples[0].map(each);
  return entries.includes(undefined) ? undefined : entries;
}

function answer({ layers, reduction, inputs, targets, weightLayout, learningRate }) {
  const turned = weightLayout === "inputs-by-outputs";
  const turn = (rows) => {
    if (!turned || rows === undefined) return rows;
    return tried(transpose, [rows[0].length, rows.length], rows);
  };
  for (const layer of layers) layer.weights = turn(layer.weights);
  const unturned = layers.some((layer) => layer.weights === undefined);
  if (unturned) return { layers: layers.map(() => ({})) };
  const samples = targets.map((target, s) => oneSample(layers, inputs[s], target));
  const outputs = targets[0].length;
  const answers = layers.map((layer, l) => {
    const given = {};
    for (const name of ["preActivations", "activations", "deltas"]) {
      const rows = samples.map((sample) => sample[l][name]);
      if (!rows.includes(undefined)) given[name] = rows;
    }
    const biases = batch(reduction, outputs, samples.map((sample) => sample[l].biasGradients));
    const weights = batch(reduction, outputs, samples.map((sample) => sample[l].weightGradients));
    if (learningRate !== undefined && biases !== undefined && weights !== undefined) {
      const update = (old, slopes) => tried(updated, [old.length], old, slopes, learningRate);
      const rows = weights.map((row, j) => update(layer.weights[j], row));
      given.updatedBiases = update(layer.biases, biases);
      if (!rows.includes(undefined)) given.updatedWeights = turn(rows);
    }
    return { ...given, biasGradients: biases, weightGradients: turn(weights) };
  });
  const cost = batch(reduction, outputs, samples.map((sample) => sample.at(-1).cost));
  return { cost, layers: answers };
}

function notKnown({ layers, cost }) { // why it cannot answer; teach it more, and say less here
  const names = [...layers.map((layer) => layer.activation), cost];
  const other = names.find((name) => name !== "sigmoid" && name !== "half-squared-error");
  return other === undefined ? undefined : { unsupported: "no " + other };
}

function written(key, value) { // JSON has no NaN and no infinities
  if (value === undefined && Array.isArray(this)) return "NaN";
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr); // what you print is no answer

let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  for (const line of lines) {
    const { name, ...question } = JSON.parse(line);
    problems = new Map();
    mark("asked " + name);
    if (question.matrices !== undefined) { // the matrix track asks for one function's value
      const asked = { multiply, transpose }[question.function];
      const matrix = tried(asked, question.sizes, ...question.matrices);
      write(JSON.stringify({ name, matrix, problems: [...problems.values()] }, written) + "\n");
      continue;
    }
    const given = notKnown(question) ?? answer(question);
    const fields = { format: "backprop-gradients-1", name, ...given };
    if (problems.size > 0) fields.problems = [...problems.values()];
    write(JSON.stringify(fields, written) + "\n");
  }
});
