"""Backpropagation with nothing but for loops, sample by sample. Python 3.8 or later, no packages.

i neuron of the layer before, j of this layer, k of the next ("forward") layer.
z pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
"""
import json
import sys
from math import exp, log, tanh

def sigmoid(z):  # with the exponential that cannot overflow
    return (exp(z) if z < 0 else 1) / (1 + exp(-abs(z)))

TINY = 2.0**-1022  # instead of 0, which has no logarithm
ACTIVATIONS = {  # f(z) and f′(z); softmax takes a whole sample and stands in step 2
    "identity": (lambda z: z, lambda z: 1),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * sigmoid(-z)),
    "tanh": (tanh, lambda z: 4 * sigmoid(2 * z) * sigmoid(-2 * z)),
    "relu": (lambda z: max(z, 0), lambda z: 1 if z > 0 else 0),
    "leaky-relu": (lambda z: max(z, 0.01 * z), lambda z: 1 if z > 0 else 0.01),
}
COSTS = {  # of one output
    "squared-error": lambda a, t: (a - t) ** 2,
    "half-squared-error": lambda a, t: (a - t) ** 2 / 2,
    "cross-entropy": lambda a, t: -t * log(a or TINY),
    "binary-cross-entropy": lambda a, t: -t * log(a or TINY) - (1 - t) * log(1 - a or TINY),
}

def add_sample(layers, cost, factor, a, t):  # to all gradients; returns its part of the cost
    for layer in layers:
        z, layer["inputs"], f = list(layer["biases"]), a, layer["activation"]
        for j in range(len(z)):  # step 1: pre-activations
            for i in range(len(a)):
                z[j] += layer["weights"][j][i] * a[i]
        if f == "softmax":  # step 2: activations; shifted, because exp(z) could overflow
            exponentials = [exp(each - max(z)) for each in z]
            a = [each / sum(exponentials) for each in exponentials]
        else:
            a = [ACTIVATIONS[f][0](each) for each in z]
        layer["z"] = z
    total = sum(t) if cost == "cross-entropy" else 1
    twice = 2 if cost == "squared-error" else 1
    delta = [twice * (total * a[j] - t[j]) for j in range(len(a))]  # step 4: output delta, then f′
    for layer in reversed(layers):
        for j in range(len(delta)):
            if not (layer is layers[-1] and "entropy" in cost):  # cancels f′
                delta[j] *= ACTIVATIONS[layer["activation"]][1](layer["z"][j])
            layer["biasGradients"][j] += factor * delta[j]  # step 5: bias gradients
            for i in range(len(layer["inputs"])):  # step 6: weight gradients
                layer["weightGradients"][j][i] += factor * delta[j] * layer["inputs"][i]
        forward_weights, forward_delta = layer["weights"], delta
        delta = [0.0 for each in layer["inputs"]]
        for j in range(len(delta)):  # step 7: hidden delta of the layer before
            for k in range(len(forward_delta)):
                delta[j] += forward_weights[k][j] * forward_delta[k]
    return factor * sum(map(COSTS[cost], a, t))  # step 3: cost

for line in sys.stdin:  # the protocol: a case in, gradients out
    case = json.loads(line)
    layers, cost, targets = case["layers"], case["cost"], case["targets"]
    turned = case.get("weightLayout") == "inputs-by-outputs"
    turn = (lambda rows: list(zip(*rows))) if turned else list
    size = {"sum": 1, "mean": len(targets), "element-mean": len(targets) * len(targets[0])}
    for layer in layers:
        layer["weights"] = turn(layer["weights"])
        layer["biasGradients"] = [0.0 for bias in layer["biases"]]
        layer["weightGradients"] = [[0.0 for weight in row] for row in layer["weights"]]
    answer = {"format": "backprop-gradients-1", "name": case["name"]}
    if (layers[-1]["activation"] == "softmax") != (cost == "cross-entropy"):
        answer["unsupported"] = "softmax or cross-entropy without the other"
    else:
        share = (layers, cost, 1 / size[case["reduction"]])
        answer["cost"] = sum(add_sample(*share, a, t) for a, t in zip(case["inputs"], targets))
        answer["layers"] = [{"weightGradients": turn(layer["weightGradients"]),
                             "biasGradients": layer["biasGradients"]} for layer in layers]
    print(json.dumps(answer), flush=True)
