"""Backpropagation with nothing but for loops, sample by sample. Python 3.8 or later.

i neuron of the layer before, j of this layer, k of the next ("forward") layer.
z pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
"""
import json
import sys
from math import inf
from fdlibm import exp, log, tanh  # the file beside this one

def added(terms):  # one by one: since Python 3.12 its own sum makes up for rounding errors
    total = 0.0
    for term in terms:
        total += term
    return total

def sigmoid(z):  # with the exponential that cannot overflow
    return exp(z) / (1.0 + exp(z)) if z < 0.0 else 1.0 / (1.0 + exp(-z))

def sigmoid_derivative(z):
    return sigmoid(z) * sigmoid(-z)

def softmax(z):  # shifted, because exp(z) could overflow
    exponentials = [exp(each - max(z)) for each in z]
    return [each / added(exponentials) for each in exponentials]

def logarithm(t, a):  # t ln a and, next, its derivative: both have the limit 0 where t is 0
    return 0.0 if t == 0.0 else t * log(a)

def quotient(t, a):
    return 0.0 if t == 0.0 else t / a if a != 0.0 else t * inf

ACTIVATIONS = {  # f(z) and f′(z); softmax takes a whole sample
    "identity": (lambda z: z, lambda z: 1.0),
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (tanh, lambda z: 4.0 * sigmoid_derivative(2.0 * z)),
    "relu": (lambda z: 0.0 if z <= 0.0 else z, lambda z: 1.0 if z > 0.0 else 0.0),
    "leaky-relu": (lambda z: z if z > 0.0 else 0.01 * z, lambda z: 1.0 if z > 0.0 else 0.01),
}
COSTS = {  # of one output, and its derivative
    "squared-error": (lambda a, t: (a - t) * (a - t), lambda a, t: 2.0 * (a - t)),
    "half-squared-error": (lambda a, t: 0.5 * (a - t) * (a - t), lambda a, t: a - t),
    "cross-entropy": (lambda a, t: logarithm(-t, a), lambda a, t: quotient(-t, a)),
    "binary-cross-entropy": (lambda a, t: logarithm(-t, a) + logarithm(t - 1.0, 1.0 - a),
                             lambda a, t: quotient(-t, a) + quotient(1.0 - t, 1.0 - a)),
}

def output_delta(f, cost, z, a, t):
    neurons = range(len(a))
    if (f, cost) == ("sigmoid", "binary-cross-entropy"):  # cancels f′, and so does the next
        return [a[j] - t[j] for j in neurons]
    if (f, cost) == ("softmax", "cross-entropy"):
        return [a[j] * added(t) - t[j] for j in neurons]
    slopes = [COSTS[cost][1](a[j], t[j]) for j in neurons]
    if f != "softmax":
        return [slopes[j] * ACTIVATIONS[f][1](z[j]) for j in neurons]
    jacobian = [[(a[k] if k == j else 0.0) - a[k] * a[j] for j in neurons] for k in neurons]
    return [added(jacobian[k][j] * slopes[k] for k in neurons) for j in neurons]

def add_sample(layers, cost, x, t):  # to all gradients; returns its cost
    a = x
    for layer in layers:
        z, f = [], layer["activation"]
        for j in range(len(layer["biases"])):  # step 1: pre-activations
            products = [layer["weights"][j][i] * a[i] for i in range(len(a))]
            z.append(added(products) + layer["biases"][j])
        # step 2: activations
        a = softmax(z) if f == "softmax" else [ACTIVATIONS[f][0](each) for each in z]
        layer["preActivations"].append(z)
        layer["activations"].append(a)
    delta = output_delta(f, cost, z, a, t)  # step 4: output delta
    for l in reversed(range(len(layers))):
        layer, inputs = layers[l], layers[l - 1]["activations"][-1] if l > 0 else x
        layer["deltas"].append(delta)
        for j in range(len(delta)):
            layer["biasGradients"][j] += delta[j]  # step 5: bias gradients
            for i in range(len(inputs)):  # step 6: weight gradients
                layer["weightGradients"][j][i] += delta[j] * inputs[i]
        forward_weights, forward_delta, delta = layer["weights"], delta, []
        for j in range(len(inputs) if l > 0 else 0):  # step 7: hidden delta of the layer before
            products = [forward_weights[k][j] * forward_delta[k] for k in range(len(forward_delta))]
            z, f = layers[l - 1]["preActivations"][-1], layers[l - 1]["activation"]
            delta.append(added(products) * ACTIVATIONS[f][1](z[j]))
    return added(COSTS[cost][0](a[j], t[j]) for j in range(len(a)))  # step 3: cost

def updated(parameters, gradients, rate):  # step 8: update
    return [parameter - rate * gradient for parameter, gradient in zip(parameters, gradients)]

for line in sys.stdin:  # the protocol: a case in, gradients out
    case = json.loads(line, parse_int=float)
    layers, targets, rate = case["layers"], case["targets"], case.get("learningRate")
    turned = case.get("weightLayout") == "inputs-by-outputs"
    turn = (lambda rows: list(zip(*rows))) if turned else list
    size = {"sum": 1, "mean": len(targets), "element-mean": len(targets) * len(targets[0])}
    factor = 1.0 / size[case["reduction"]]
    without = [layer for layer in layers if "biases" not in layer]
    for layer in layers:
        layer.setdefault("biases", [0.0 for neuron in turn(layer["weights"])])
        layer.update(weights=turn(layer["weights"]), preActivations=[], activations=[], deltas=[])
        layer["biasGradients"] = [0.0 for row in layer["weights"]]
        layer["weightGradients"] = [[0.0 for weight in row] for row in layer["weights"]]
    samples = zip(case["inputs"], targets)
    cost = factor * added(add_sample(layers, case["cost"], x, t) for x, t in samples)
    for layer in layers:
        weights, biases, f = layer.pop("weights"), layer.pop("biases"), layer.pop("activation")
        gradients = [[sum * factor for sum in row] for row in layer["weightGradients"]]
        layer["weightGradients"] = turn(gradients)
        layer["biasGradients"] = [sum * factor for sum in layer["biasGradients"]]
        if rate is not None:
            rows = [updated(*pair, rate) for pair in zip(weights, gradients)]
            layer["updatedWeights"] = turn(rows)
            layer["updatedBiases"] = updated(biases, layer["biasGradients"], rate)
    for layer in without:
        del layer["biasGradients"]
        layer.pop("updatedBiases", None)
    answer = {"format": "backprop-gradients-1", "name": case["name"], "cost": cost}
    print(json.dumps({**answer, "layers": layers}), flush=True)
