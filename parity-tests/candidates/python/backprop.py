"""Backpropagation, every entry a sum over one index. Python 3.8 or later, standard library only.

i  neuron of the layer before    weights[j][i]          a row per receiving neuron
j  neuron of this layer          activations[s][j]      a row per sample
k  neuron of the next layer      forward_weights[k][j]  the next layer's weights
s  sample    l  layer, 1..L      layers[0]              holds the inputs
"""
import json
import math
import sys


def sigmoid(z):  # 1 / (1 + e⁻ᶻ), with the exponential that cannot overflow
    exponential = math.exp(-abs(z))
    return (exponential if z < 0.0 else 1.0) / (1.0 + exponential)


def sigmoid_derivative(z):  # f (1 - f); 1 - f(z) is f(-z), and subtracting would lose digits
    return sigmoid(z) * sigmoid(-z)


def softmax(z):  # one sample's shares of 1; without the shift, exp would overflow
    exponentials = [math.exp(each - max(z)) for each in z]
    return [each / sum(exponentials) for each in exponentials]


def times_logarithm(t, a):  # t ln a; Python raises an error where a limit exists
    return 0.0 if t == 0.0 else -math.inf if a == 0.0 else t * math.log(a)


def quotient(t, a):  # t / a, the derivative of t ln a, likewise
    return 0.0 if t == 0.0 else math.inf if a == 0.0 else t / a


ACTIVATIONS = {  # f(z) and f′(z)
    "identity": (lambda z: z, lambda z: 1.0),
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (math.tanh, lambda z: 4.0 * sigmoid_derivative(2.0 * z)),  # 1 - tanh² z
    "relu": (lambda z: z if z > 0.0 else 0.0, lambda z: 1.0 if z > 0.0 else 0.0),
    "leaky-relu": (lambda z: z if z > 0.0 else 0.01 * z, lambda z: 1.0 if z > 0.0 else 0.01),
    "softmax": None,  # takes a whole sample
}
COSTS = {  # of one output, and its derivative ∂cost/∂a
    "squared-error": (lambda a, t: (a - t) * (a - t), lambda a, t: 2.0 * (a - t)),
    "half-squared-error": (lambda a, t: 0.5 * (a - t) * (a - t), lambda a, t: a - t),
    "cross-entropy": (lambda a, t: -times_logarithm(t, a), lambda a, t: -quotient(t, a)),
    "binary-cross-entropy": (
        lambda a, t: -times_logarithm(t, a) - times_logarithm(1.0 - t, 1.0 - a),
        lambda a, t: quotient(1.0 - t, 1.0 - a) - quotient(t, a),
    ),
}
FACTORS = {  # of a reduction
    "sum": lambda samples, outputs: 1.0,
    "mean": lambda samples, outputs: 1.0 / samples,
    "element-mean": lambda samples, outputs: 1.0 / (samples * outputs),
}


def activations(activation, z):
    """Step 2 for one sample."""
    return softmax(z) if activation == "softmax" else [ACTIVATIONS[activation][0](each) for each in z]


def output_delta(cost, activation, z, a, t):
    """Step 4 for one sample: ∂cost/∂z of every output."""
    outputs = range(len(a))
    if (activation, cost) == ("softmax", "cross-entropy"):
        return [a[j] * sum(t) - t[j] for j in outputs]  # on paper, f′ cancels the 1/a
    if (activation, cost) == ("sigmoid", "binary-cross-entropy"):
        return [a[j] - t[j] for j in outputs]
    slopes = [COSTS[cost][1](a[k], t[k]) for k in outputs]
    if activation == "softmax":  # here each z moves every output: ∂a[k]/∂z[j] = a[k] ([k=j] - a[j])
        return [sum(slopes[k] * a[k] * ((k == j) - a[j]) for k in outputs) for j in outputs]
    return [slopes[j] * ACTIVATIONS[activation][1](z[j]) for j in outputs]


def backpropagate(layers, cost, targets, factor):
    """Steps 1 to 7; every layer keeps what it computed. Returns the cost."""
    samples, last = range(len(targets)), layers[-1]
    for before, layer in zip(layers, layers[1:]):
        weights, biases, inputs = layer["weights"], layer["biases"], before["activations"]
        layer["preActivations"] = [  # step 1: products first, then the bias
            [sum(weights[j][i] * inputs[s][i] for i in range(len(inputs[s]))) + biases[j]
             for j in range(len(biases))] for s in samples]
        layer["activations"] = [activations(layer["activation"], z) for z in layer["preActivations"]]
    outputs = last["activations"]
    batch_cost = sum(sum(map(COSTS[cost][0], outputs[s], targets[s])) for s in samples)  # step 3
    for l in range(len(layers) - 1, 0, -1):
        layer, inputs, z = layers[l], layers[l - 1]["activations"], layers[l]["preActivations"]
        neurons, f = range(len(layer["biases"])), layer["activation"]
        if layer is last:
            delta = [output_delta(cost, f, z[s], outputs[s], targets[s]) for s in samples]
        else:  # step 7: what the next layer's neurons say, through the weights that lead to them
            forward_weights, forward_delta = layers[l + 1]["weights"], layers[l + 1]["deltas"]
            nexts, derivative = range(len(forward_weights)), ACTIVATIONS[f][1]
            delta = [[sum(forward_weights[k][j] * forward_delta[s][k] for k in nexts)
                      * derivative(z[s][j]) for j in neurons] for s in samples]
        layer["deltas"] = delta
        layer["biasGradients"] = [sum(delta[s][j] for s in samples) * factor for j in neurons]  # 5
        layer["weightGradients"] = [  # step 6: delta times input
            [sum(delta[s][j] * inputs[s][i] for s in samples) * factor
             for i in range(len(inputs[0]))] for j in neurons]
    return batch_cost * factor


def update(layer, rate):
    """Step 8."""
    step = lambda values, slopes: [value - rate * slope for value, slope in zip(values, slopes)]
    layer["updatedWeights"] = list(map(step, layer["weights"], layer["weightGradients"]))
    layer["updatedBiases"] = step(layer["biases"], layer["biasGradients"])


def numbers(value):  # of any nesting; a hex float comes as text
    if isinstance(value, list):
        return [numbers(each) for each in value]
    return float.fromhex(value) if isinstance(value, str) else float(value)


def turn(case, rows):  # to weights[j][i], or from there to the case's own layout
    turned = case.get("weightLayout") == "inputs-by-outputs"
    return [list(column) for column in zip(*rows)] if turned else rows


def answer(case):
    result = {"format": "backprop-gradients-1", "name": case["name"]}
    words = {layer["activation"] for layer in case["layers"]} | {case["cost"], case["reduction"]}
    unknown = words - ACTIVATIONS.keys() - COSTS.keys() - FACTORS.keys()
    if unknown:
        return {**result, "unsupported": "no " + ", no ".join(sorted(unknown))}
    layers = [{"activations": numbers(case["inputs"])}]
    for layer in case["layers"]:
        weights, biases = turn(case, numbers(layer["weights"])), numbers(layer["biases"])
        layers.append({"activation": layer["activation"], "weights": weights, "biases": biases})
    targets = numbers(case["targets"])
    factor = FACTORS[case["reduction"]](len(targets), len(targets[0]))
    result["cost"] = backpropagate(layers, case["cost"], targets, factor)
    for layer in layers[1:]:
        if "learningRate" in case:
            update(layer, numbers(case["learningRate"]))
        for name in {"weightGradients", "updatedWeights"} & layer.keys():
            layer[name] = turn(case, layer[name])
        for name in ("activation", "weights", "biases"):
            del layer[name]
    result["layers"] = layers[1:]
    return result


for line in sys.stdin.buffer:
    text = json.dumps(answer(json.loads(line)))
    # JSON has no NaN and no infinity: they go as strings.
    print(json.dumps(json.loads(text, parse_constant=str)), flush=True)
