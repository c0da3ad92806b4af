"""Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.

After each: backprop follow --command 'python3 -W default start.py'

One sample at a time, with nothing but for loops. i is a neuron of the layer before, j of this
layer, k of the next ("forward") layer.
"""
import json
import os
import reprlib
import sys
import traceback
import warnings
from copy import deepcopy
from math import exp

# Chapter 1 · derivative
# Nothing to write: this program can already answer.

# Chapter 2 · one neuron
# Returns the number z, which is
# weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
def pre_activation(weights, inputs, bias):  # weights[i], inputs[i]
    return None

# Returns the number f(z) = 1 / (1 + exp(-z)).
def sigmoid(z):
    return None

# Chapter 3 · a layer
# Returns the list of z: for every neuron j its weights[j] and biases[j],
# and the same inputs.
def pre_activations(weights, inputs, biases):  # [j][i], [i], [j]
    return None

# Chapter 4 · output delta
# Returns the number ½(a - t)², added up over the outputs j.
def cost(activations, targets):  # activations[j], targets[j]
    return None

# Returns the number f′(z), the slope of the sigmoid at z.
def sigmoid_derivative(z):
    return None

# Returns the list of (a - t) * f′(z), one for every output j.
def output_delta(pre_activations, activations, targets):  # each [j]
    return None

# Chapter 5 · bias and weight gradients
# Returns the list of delta * 1, one for every neuron j.
def bias_gradients(delta):  # delta[j]
    return None

# Returns a list of lists like the weights, [j][i]: delta * input.
def weight_gradients(delta, inputs):  # delta[j], inputs[i]
    return None

# Chapter 6 · hidden delta
# Returns the list of (sum over k of forward weight * forward delta) * f′(z),
# for every neuron j: the weights are [k][j], the forward deltas [k], z [j].
def hidden_delta(forward_weights, forward_delta, pre_activations):
    return None

# Chapter 7 · the slot rule
# Returns a list of lists in which rows have become columns:
# what was [j][i] is [i][j].
def transpose(rows):
    return None

# Chapter 8 · batches
# Returns one number for the whole batch: the sum of the terms, one from each
# sample, times 1 for "sum", 1/N for "mean", 1/(N * outputs) for
# "element-mean". N is the number of samples.
def reduced(terms, reduction, outputs):  # terms[s], a text, a number
    return None

# Chapter 9 · learning
# Returns the list of parameter - learning rate * gradient.
def updated(parameters, gradients, learning_rate):  # [n], [n], number
    return None

# The matrix track · multiply
# Returns the product, a list of lists:
# [r][c] is the sum over q of left[r][q] * right[q][c].
def multiply(left, right):  # left[r][q], right[q][c]
    return

# Ready: nothing is left to write from here on. It reads questions, calls the functions above,
# and answers with whatever they return so far.
problems = {}  # why a function gives nothing to the question at hand
warnings.simplefilter("error")  # what Python warns of stops a function
warnings.simplefilter("ignore", ResourceWarning)
left_out = os.environ.get("BACKPROP_LEAVE_OUT")  # 'backprop follow' wants to know who is called

def tried(name, sizes, *arguments):  # what a function returns, if it has these sizes
    mark("calling " + name)
    if name in (left_out or "").split():
        return nothing(name, {"kind": "left-out"})
    value, problem = None, {"kind": "returned-nothing"}
    try:
        value = plain(globals()[name](*deepcopy(arguments)))
    except Exception as error:
        message = "%s: %s" % (type(error).__name__, error)
        line = traceback.extract_tb(error.__traceback__)[-1].lineno
        problem = {"kind": "stopped", "message": message, "line": line}
    mark("back from " + name)
    if value is None:
        return nothing(name, problem)
    return value if fits(value, sizes) else nothing(name, misfit(value, sizes))

def plain(value):  # tuples and NumPy's arrays are lists, too
    if hasattr(value, "tolist"):
        return value.tolist()
    return [plain(each) for each in value] if isinstance(value, (list, tuple)) else value

def mark(text):
    if left_out is not None:
        print("backprop:", text, file=sys.stderr, flush=True)

def nothing(name, problem):
    problems.setdefault(name, {"function": name, **problem})

def fits(value, sizes):  # [] is a number, [2] a list of 2 numbers, [2, 3] 2 lists of 3
    if not sizes:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    whole = isinstance(value, list) and len(value) == sizes[0]
    return whole and all(fits(each, sizes[1:]) for each in value)

def misfit(value, sizes):
    problem = {"kind": "unfit", "message": spelled(value), "sizes": sizes}
    found = sizes_of(value) if sizes and isinstance(value, list) else None
    return problem if found in [None, " x ".join(map(str, sizes))] else {**problem, "found": found}

def sizes_of(rows):  # 2 x 3, or 2 x 3 or 4 if the rows differ
    widths = dict.fromkeys(str(len(row)) for row in rows if isinstance(row, list))
    return str(len(rows)) + (" x " + " or ".join(widths) if widths else "")

def spelled(value):  # as much as has room in a sentence
    text = reprlib.repr(value)
    return text[:60].rpartition(",")[0] + ", …" if len(text) > 60 and "," in text[:60] else text

def one_sample(layers, inputs, targets):
    steps = [{} for layer in layers]
    a = inputs
    for layer, step in zip(layers, steps):
        weights, biases = layer["weights"], layer["biases"]
        step["inputs"] = a
        if len(biases) == 1:
            only = tried("pre_activation", [], weights[0], a, biases[0])
            z = None if only is None else [only]
        else:
            z = tried("pre_activations", [len(biases)], weights, a, biases)
        if z is None:
            return steps
        step["preActivations"] = z
        a = [tried("sigmoid", [], each) for each in z]
        if None in a:
            return steps
        step["activations"] = a
    steps[-1]["cost"] = tried("cost", [], a, targets)
    delta = tried("output_delta", [len(targets)], steps[-1]["preActivations"], a, targets)
    for l in reversed(range(len(steps))):
        if delta is None:
            return steps
        steps[l]["deltas"] = delta
        steps[l]["biasGradients"] = tried("bias_gradients", [len(delta)], delta)
        sizes = [len(delta), len(steps[l]["inputs"])]
        steps[l]["weightGradients"] = tried("weight_gradients", sizes, delta, steps[l]["inputs"])
        if l > 0:
            forward_weights, before = layers[l]["weights"], steps[l - 1]["preActivations"]
            delta = tried("hidden_delta", [len(before)], forward_weights, delta, before)
    return steps

def batch(reduction, outputs, samples):  # of one number from each sample, or of lists of them
    if None in samples:
        return None
    if len(samples) == 1 and reduction == "sum":
        return samples[0]
    if not isinstance(samples[0], list):
        return tried("reduced", [], samples, reduction, outputs)
    entries = [batch(reduction, outputs, list(each)) for each in zip(*samples)]
    return None if None in entries else entries

def answer(case):
    layers, reduction, targets = case["layers"], case["reduction"], case["targets"]
    turned = case.get("weightLayout") == "inputs-by-outputs"

    def turn(rows):
        if not turned or rows is None:
            return rows
        return tried("transpose", [len(rows[0]), len(rows)], rows)

    for layer in layers:
        layer["weights"] = turn(layer["weights"])
    answers = [{} for layer in layers]
    if None in [layer["weights"] for layer in layers]:
        return answers, None
    samples = [one_sample(layers, *each) for each in zip(case["inputs"], targets)]
    outputs = len(targets[0])
    for l, layer in enumerate(answers):
        for name in ["preActivations", "activations", "deltas"]:
            layer[name] = [sample[l].get(name) for sample in samples]
            if None in layer[name]:
                layer[name] = None
        biases = batch(reduction, outputs, [sample[l].get("biasGradients") for sample in samples])
        gradients = [sample[l].get("weightGradients") for sample in samples]
        weights = batch(reduction, outputs, gradients)
        rate = case.get("learningRate")
        if rate is not None and biases is not None and weights is not None:
            old = layers[l]["weights"]
            old_biases, size = layers[l]["biases"], [len(old[0])]
            rows = [tried("updated", size, old[j], weights[j], rate) for j in range(len(old))]
            layer["updatedBiases"] = tried("updated", [len(biases)], old_biases, biases, rate)
            layer["updatedWeights"] = None if None in rows else turn(rows)
        layer["biasGradients"] = biases
        layer["weightGradients"] = turn(weights)
    return answers, batch(reduction, outputs, [sample[-1].get("cost") for sample in samples])

def known(fields):  # those that have a value
    return {name: value for name, value in fields.items() if value is not None}

def not_known(case):  # why this program cannot answer; teach it more, and say less here
    names = [layer["activation"] for layer in case["layers"]] + [case["cost"]]
    others = [name for name in names if name not in ["sigmoid", "half-squared-error"]]
    return "no " + others[0] if others else None

answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # what you print is no answer
sys.stdout = sys.stderr

for line in sys.stdin:
    case = json.loads(line)
    if "matrices" in case:  # the matrix track asks for one function's value
        problems.clear()
        mark("asked " + case["name"])
        matrix = tried(case["function"], case["sizes"], *case["matrices"])
        fields = {"name": case["name"], "matrix": matrix, "problems": list(problems.values())}
        print(json.dumps(known(fields)), file=answers, flush=True)
        continue
    reason = not_known(case)
    if reason is not None:
        skipped = {"format": "backprop-gradients-1", "name": case["name"], "unsupported": reason}
        print(json.dumps(skipped), file=answers, flush=True)
        continue
    problems.clear()
    mark("asked " + case["name"])
    layers, total = answer(case)
    fields = {"format": "backprop-gradients-1", "name": case["name"], "cost": total}
    fields["layers"] = [known(layer) for layer in layers]
    if problems:
        fields["problems"] = list(problems.values())
    print(json.dumps(known(fields)), file=answers, flush=True)
