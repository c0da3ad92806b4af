// Activations, costs and reductions, each as the Java twins write it.

/** 1 / (1 + e⁻ᶻ), in whichever form takes exp of a negative number: that never overflows. */
function sigmoid(z) {
  if (z < 0) {
    const exponential = exp(z);
    return exponential / (1 + exponential);
  }
  return 1 / (1 + exp(-z));
}

/** f (1 - f), where 1 - f(z) is f(-z). */
const sigmoidDerivative = (z) => sigmoid(z) * sigmoid(-z);

/** Softmax is missing: it needs a whole sample. */
const ACTIVATIONS = {
  identity: { value: (z) => z, derivative: () => 1 },
  sigmoid: { value: sigmoid, derivative: sigmoidDerivative },
  tanh: { value: tanh, derivative: (z) => 4 * sigmoidDerivative(2 * z) },
  relu: { value: (z) => Math.max(z, 0), derivative: (z) => (z > 0 ? 1 : 0) },
  "leaky-relu": {
    value: (z) => (z > 0 ? z : 0.01 * z),
    derivative: (z) => (z > 0 ? 1 : 0.01),
  },
};

/** t · ln a and its derivative t / a, with the limit: 0 times the logarithm of 0 is 0. */
const timesLogarithm = (t, a) => (t === 0 ? 0 : t * log(a));
const quotient = (t, a) => (t === 0 ? 0 : t / a);

const COSTS = {
  "squared-error": {
    value: (a, t) => (a - t) * (a - t),
    derivative: (a, t) => 2 * (a - t),
  },
  "half-squared-error": {
    value: (a, t) => 0.5 * (a - t) * (a - t),
    derivative: (a, t) => a - t,
  },
  "cross-entropy": {
    value: (a, t) => timesLogarithm(-t, a),
    derivative: (a, t) => quotient(-t, a),
  },
  "binary-cross-entropy": {
    value: (a, t) => timesLogarithm(-t, a) + timesLogarithm(t - 1, 1 - a),
    derivative: (a, t) => quotient(-t, a) + quotient(1 - t, 1 - a),
  },
};

/** The one factor that a sum over the batch is multiplied with. */
const REDUCTIONS = {
  sum: () => 1,
  mean: (samples) => 1 / samples,
  "element-mean": (samples, outputs) => 1 / (samples * outputs),
};
