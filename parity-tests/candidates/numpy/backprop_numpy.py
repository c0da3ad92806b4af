"""Backpropagation as NumPy code usually is: rows are samples, a layer is `activations @ W + b`.

W has a row per input and a column per neuron. The slot rule (the summed index stands last on the
left of `@` and first on its right) now puts the T on the other factors than with samples as
columns: step 6 sums over the samples, first on activations, so `activations.T @ delta`; step 7
over the next layer's neurons, last on its W, so `forward_delta @ forward_W.T`.
"""
import json
import sys

import numpy as np

np.seterr(all="ignore")  # infinities are answers, too


def sigmoid(z):  # with the exponential that cannot overflow
    exponential = np.exp(-np.abs(z))
    return np.where(z < 0, exponential, 1) / (1 + exponential)


def sigmoid_derivative(z):  # 1 - f(z) is f(-z), and subtracting would lose digits
    return sigmoid(z) * sigmoid(-z)


def softmax(z):  # per sample: axis 1
    exponential = np.exp(z - z.max(axis=1, keepdims=True))
    return exponential / exponential.sum(axis=1, keepdims=True)


def times_logarithm(t, a):  # 0 log 0 is 0
    return np.where(t == 0, 0, t * np.log(a))


def quotient(t, a):  # its derivative, likewise
    return np.where(t == 0, 0, t / a)


ACTIVATIONS = {  # f(Z) and f′(Z)
    "identity": (lambda z: z, np.ones_like),
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (np.tanh, lambda z: 4 * sigmoid_derivative(2 * z)),
    "relu": (lambda z: np.maximum(z, 0), lambda z: np.where(z > 0, 1.0, 0.0)),
    "leaky-relu": (lambda z: np.where(z > 0, z, 0.01 * z), lambda z: np.where(z > 0, 1.0, 0.01)),
    "softmax": (softmax, None),
}
COSTS = {  # of every output, and ∂C/∂A
    "squared-error": (lambda a, t: (a - t) ** 2, lambda a, t: 2 * (a - t)),
    "half-squared-error": (lambda a, t: (a - t) ** 2 / 2, lambda a, t: a - t),
    "cross-entropy": (lambda a, t: -times_logarithm(t, a), lambda a, t: -quotient(t, a)),
    "binary-cross-entropy": (
        lambda a, t: -times_logarithm(t, a) - times_logarithm(1 - t, 1 - a),
        lambda a, t: quotient(1 - t, 1 - a) - quotient(t, a),
    ),
}
FACTORS = {  # of a reduction
    "sum": lambda targets: 1.0,
    "mean": lambda targets: 1 / len(targets),
    "element-mean": lambda targets: 1 / targets.size,
}


def output_delta(cost, activation, z, a, t):
    if (activation, cost) == ("softmax", "cross-entropy"):
        return a * t.sum(axis=1, keepdims=True) - t  # on paper, f′ cancels the 1/a
    if (activation, cost) == ("sigmoid", "binary-cross-entropy"):
        return a - t
    slope = COSTS[cost][1](a, t)
    if activation == "softmax":  # one Jacobian per sample, s; symmetric
        jacobian = np.einsum("sk,kj->skj", a, np.eye(a.shape[1])) - np.einsum("sk,sj->skj", a, a)
        return np.einsum("skj,sk->sj", jacobian, slope)
    return slope * ACTIVATIONS[activation][1](z)


def gradients(case):
    turned = case.get("weightLayout") == "inputs-by-outputs"
    activation = [layer["activation"] for layer in case["layers"]]
    weights = [numbers(layer["weights"]) for layer in case["layers"]]
    weights = [rows if turned else rows.T for rows in weights]
    biases = [numbers(layer["biases"]) for layer in case["layers"]]
    targets = numbers(case["targets"])
    factor = FACTORS[case["reduction"]](targets)

    activations, z = [numbers(case["inputs"])], []
    for l, f in enumerate(activation):  # activations[l] goes into layer l, activations[l + 1] out
        z.append(activations[l] @ weights[l] + biases[l])
        activations.append(ACTIVATIONS[f][0](z[l]))
    cost = COSTS[case["cost"]][0](activations[-1], targets).sum() * factor

    layers = []
    delta = output_delta(case["cost"], activation[-1], z[-1], activations[-1], targets)
    for l in reversed(range(len(weights))):
        bias_gradients = delta.sum(axis=0) * factor
        weight_gradients = activations[l].T @ delta * factor
        layer = {
            "preActivations": z[l],
            "activations": activations[l + 1],
            "deltas": delta,
            "biasGradients": bias_gradients,
            "weightGradients": weight_gradients if turned else weight_gradients.T,
        }
        if "learningRate" in case:
            rate = number(case["learningRate"])
            updated = weights[l] - rate * weight_gradients
            layer["updatedWeights"] = updated if turned else updated.T
            layer["updatedBiases"] = biases[l] - rate * bias_gradients
        layers.insert(0, {name: values.tolist() for name, values in layer.items()})
        if l > 0:
            delta = delta @ weights[l].T * ACTIVATIONS[activation[l - 1]][1](z[l - 1])
    return {"cost": float(cost), "layers": layers}


def number(value):  # a hex float comes as text
    return float.fromhex(value) if isinstance(value, str) else float(value)


def numbers(rows):
    return np.vectorize(number, otypes=[float])(np.array(rows, dtype=object))


def answer(case):
    words = {layer["activation"] for layer in case["layers"]} | {case["cost"], case["reduction"]}
    unknown = words - ACTIVATIONS.keys() - COSTS.keys() - FACTORS.keys()
    found = {"unsupported": "no " + ", no ".join(sorted(unknown))} if unknown else gradients(case)
    return {"format": "backprop-gradients-1", "name": case["name"], **found}


for line in sys.stdin.buffer:
    text = json.dumps(answer(json.loads(line)))
    # JSON has no NaN and no infinities: they go as text.
    print(json.dumps(json.loads(text, parse_constant=str)), flush=True)
