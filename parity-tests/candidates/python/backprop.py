"""Backpropagation with nothing but for loops. Python 3.8 or later, standard library only.

i  neuron of the layer before    weights[j][i]          a row per receiving neuron
j  neuron of this layer          delta[l][j]            ∂cost/∂z
k  neuron of the next layer      forward_weights[k][j]  the next layer's weights
s  sample    l  layer, 1..L      activations[0]         the inputs
"""
import json
import math
import sys

# The network language: activations, costs, reductions.


def sigmoid(z):
    """1 / (1 + e⁻ᶻ), with the exponential that cannot overflow."""
    exponential = math.exp(-abs(z))
    return (exponential if z < 0.0 else 1.0) / (1.0 + exponential)


def sigmoid_derivative(z):
    """f (1 - f); 1 - f(z) is f(-z), and subtracting would lose digits."""
    return sigmoid(z) * sigmoid(-z)


def softmax(z):
    """The neurons' shares of 1; without the shift, exp would overflow."""
    maximum = max(z)
    exponentials = [math.exp(each - maximum) for each in z]
    total = sum(exponentials)
    return [each / total for each in exponentials]


def times_logarithm(t, a):
    """t ln a, with the limits where Python would raise an error."""
    return 0.0 if t == 0.0 else -math.inf if a == 0.0 else t * math.log(a)


def quotient(t, a):
    """Its derivative t / a, likewise."""
    return 0.0 if t == 0.0 else math.inf if a == 0.0 else t / a


ACTIVATIONS = {  # f(z) and f′(z)
    "identity": (lambda z: z, lambda z: 1.0),
    "sigmoid": (sigmoid, sigmoid_derivative),
    "tanh": (math.tanh, lambda z: 4.0 * sigmoid_derivative(2.0 * z)),  # 1 - tanh² z
    "relu": (lambda z: z if z > 0.0 else 0.0, lambda z: 1.0 if z > 0.0 else 0.0),
    "leaky-relu": (lambda z: z if z > 0.0 else 0.01 * z, lambda z: 1.0 if z > 0.0 else 0.01),
    "softmax": (None, None),  # takes all neurons at once
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


# The lesson: steps 1 to 8.


def output_delta(cost, activation, z, a, t):
    """Step 4: ∂cost/∂z of every output."""
    outputs = range(len(a))
    if (activation, cost) == ("softmax", "cross-entropy"):
        return [a[j] * sum(t) - t[j] for j in outputs]  # on paper, f′ cancels the 1/a
    if (activation, cost) == ("sigmoid", "binary-cross-entropy"):
        return [a[j] - t[j] for j in outputs]
    cost_derivative, derivative = COSTS[cost][1], ACTIVATIONS[activation][1]
    delta = [0.0 for j in outputs]
    for j in outputs:
        if activation == "softmax":  # every z moves every output
            for k in outputs:
                jacobian = a[k] * ((1.0 if k == j else 0.0) - a[j])
                delta[j] += jacobian * cost_derivative(a[k], t[k])
        else:
            delta[j] = cost_derivative(a[j], t[j]) * derivative(z[j])
    return delta


def backpropagate(layers, cost, inputs, targets):
    """Steps 1 to 7 for one sample: adds to gradients and trace; returns the cost."""
    depth = len(layers) - 1
    activations, z, delta = [inputs], [None], [None] * (depth + 1)
    for l in range(1, depth + 1):
        weights, biases = layers[l]["weights"], layers[l]["biases"]
        z.append([])
        for j in range(len(biases)):
            total = 0.0  # step 1: products first, then the bias
            for i in range(len(activations[l - 1])):
                total += weights[j][i] * activations[l - 1][i]
            z[l].append(total + biases[j])
        f = ACTIVATIONS[layers[l]["activation"]][0]  # step 2
        activations.append([f(each) for each in z[l]] if f else softmax(z[l]))

    value = COSTS[cost][0]
    sample_cost = sum(value(a, t) for a, t in zip(activations[depth], targets))  # step 3

    for l in range(depth, 0, -1):
        activation, answer = layers[l]["activation"], layers[l]["answer"]
        if l == depth:
            delta[l] = output_delta(cost, activation, z[l], activations[l], targets)
        else:  # step 7: the next layer's deltas come back through the weights to them
            forward_weights, derivative = layers[l + 1]["weights"], ACTIVATIONS[activation][1]
            delta[l] = []
            for j in range(len(z[l])):
                total = 0.0
                for k in range(len(forward_weights)):
                    total += forward_weights[k][j] * delta[l + 1][k]
                delta[l].append(total * derivative(z[l][j]))
        for j in range(len(delta[l])):
            answer["biasGradients"][j] += delta[l][j]  # step 5: a bias has the input 1
            for i in range(len(activations[l - 1])):
                answer["weightGradients"][j][i] += delta[l][j] * activations[l - 1][i]  # step 6
        answer["preActivations"].append(z[l])
        answer["activations"].append(activations[l])
        answer["deltas"].append(delta[l])
    return sample_cost


def updated(row, gradients, rate):
    """Step 8 for one row of parameters."""
    return [parameter - rate * gradient for parameter, gradient in zip(row, gradients)]


# The protocol: a case in, gradients out.


def numbers(value):
    """Numbers of any nesting; a hex float comes as text."""
    if isinstance(value, list):
        return [numbers(each) for each in value]
    return float.fromhex(value) if isinstance(value, str) else float(value)


def transpose(rows):
    return [list(column) for column in zip(*rows)]


def new_layer(activation, weights, biases):
    answer = {"preActivations": [], "activations": [], "deltas": []}
    answer["biasGradients"] = [0.0 for _ in biases]
    answer["weightGradients"] = [[0.0 for _ in row] for row in weights]
    return {"activation": activation, "weights": weights, "biases": biases, "answer": answer}


def finished(layer, factor, rate, turn):
    """Sums over the batch are scaled once, at the end; then step 8."""
    answer = layer["answer"]
    bias_gradients = [total * factor for total in answer["biasGradients"]]
    weight_gradients = [[total * factor for total in row] for row in answer["weightGradients"]]
    answer["biasGradients"], answer["weightGradients"] = bias_gradients, turn(weight_gradients)
    if rate is not None:
        pairs = zip(layer["weights"], weight_gradients)
        answer["updatedWeights"] = turn([updated(row, slopes, rate) for row, slopes in pairs])
        answer["updatedBiases"] = updated(layer["biases"], bias_gradients, rate)
    return answer


def gradients(case):
    turned = case.get("weightLayout") == "inputs-by-outputs"
    turn = transpose if turned else list
    layers = [None]  # so that layer 1 is the first that has weights
    for layer in case["layers"]:
        weights = turn(numbers(layer["weights"]))
        layers.append(new_layer(layer["activation"], weights, numbers(layer["biases"])))
    inputs, targets = numbers(case["inputs"]), numbers(case["targets"])
    rate = numbers(case["learningRate"]) if "learningRate" in case else None
    factor = FACTORS[case["reduction"]](len(targets), len(targets[0]))

    cost = 0.0
    for s in range(len(inputs)):
        cost += backpropagate(layers, case["cost"], inputs[s], targets[s])
    answers = [finished(layer, factor, rate, turn) for layer in layers[1:]]
    return {"cost": cost * factor, "layers": answers}


def answer(case):
    words = {layer["activation"] for layer in case["layers"]} | {case["cost"], case["reduction"]}
    unknown = words - ACTIVATIONS.keys() - COSTS.keys() - FACTORS.keys()
    found = {"unsupported": "no " + ", no ".join(sorted(unknown))} if unknown else gradients(case)
    return {"format": "backprop-gradients-1", "name": case["name"], **found}


for line in sys.stdin.buffer:
    text = json.dumps(answer(json.loads(line)))
    # JSON has no NaN and no infinities: they go as text.
    print(json.dumps(json.loads(text, parse_constant=str)), flush=True)
