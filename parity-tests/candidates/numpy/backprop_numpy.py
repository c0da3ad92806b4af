"""Backpropagation as NumPy code usually is: a row per sample, and W with a row per input.

left @ right reads left[r][q] and right[q][c]. The factor that carries the result's row r goes left,
and one that reads the other way round gets a T: here x in step 6, the weights in step 7.
"""
import json
import sys
import numpy as np

def sigmoid(z):  # without an exponential that could overflow
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))

def softmax(z):  # likewise; axis 1: every sample by itself
    exponentials = np.exp(z - z.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)

def entropy(a, t):  # 0 has no logarithm
    return -t * np.log(np.maximum(a, 2.0**-1022))

ACTIVATIONS = {  # f(z) and f′(z)
    "identity": (lambda z: z, lambda z: 1),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * sigmoid(-z)),
    "tanh": (np.tanh, lambda z: 4 * sigmoid(2 * z) * sigmoid(-2 * z)),
    "relu": (lambda z: np.maximum(z, 0), lambda z: z > 0),
    "leaky-relu": (lambda z: np.maximum(z, 0.01 * z), lambda z: np.where(z > 0, 1, 0.01)),
    "softmax": (softmax, None)}
COSTS = {  # of every output, and ∂cost/∂a; with an entropy, f′ cancels to this
    "squared-error": (lambda a, t: (a - t) ** 2, lambda a, t: 2 * (a - t)),
    "half-squared-error": (lambda a, t: (a - t) ** 2 / 2, lambda a, t: a - t),
    "cross-entropy": (entropy, lambda a, t: a * t.sum(axis=1, keepdims=True) - t),
    "binary-cross-entropy": (lambda a, t: entropy(a, t) + entropy(1 - a, 1 - t), lambda a, t: a - t)}

def gradients(layers, cost, size, turn, a, t):
    for layer in layers:
        layer["inputs"], layer["W"] = a, turn(layer["weights"])
        layer["z"] = a @ layer["W"] + layer["biases"]  # step 1: pre-activations
        a = layer["a"] = ACTIVATIONS[layer["activation"]][0](layer["z"])  # step 2: activations
    delta, answers = COSTS[cost][1](a, t), []  # step 4: output delta, still without f′
    for layer in reversed(layers):
        if answers or "entropy" not in cost:  # everywhere but where it has cancelled
            delta = delta * ACTIVATIONS[layer["activation"]][1](layer["z"])
        answers.insert(0, {
            "biasGradients": (delta.sum(axis=0) / size).tolist(),  # step 5
            "weightGradients": turn(layer["inputs"].T @ delta / size).tolist(),  # step 6
            "preActivations": layer["z"].tolist(), "activations": layer["a"].tolist(),
            "deltas": delta.tolist()})
        delta = delta @ layer["W"].T  # step 7: hidden delta of the layer before
    return {"cost": COSTS[cost][0](a, t).sum() / size, "layers": answers}  # step 3: cost

for line in sys.stdin:  # the protocol: a case in, gradients out
    case = json.loads(line)
    layers, cost, t = case["layers"], case["cost"], np.array(case["targets"])
    size = {"sum": 1, "mean": len(t), "element-mean": t.size}[case["reduction"]]
    turn = np.array if case.get("weightLayout") == "inputs-by-outputs" else np.transpose
    answer = {"format": "backprop-gradients-1", "name": case["name"]}
    if (layers[-1]["activation"] == "softmax") != (cost == "cross-entropy"):
        answer["unsupported"] = "softmax or cross-entropy without the other"
    else:
        answer.update(gradients(layers, cost, size, turn, np.array(case["inputs"]), t))
    print(json.dumps(answer), flush=True)
