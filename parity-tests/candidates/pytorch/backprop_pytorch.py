"""The gradients that PyTorch's autograd finds, to check a model or PyTorch itself.

An nn.Linear keeps `weight` with a row per receiving neuron, as the cases write it. Run with
--dtype float32 to see what single precision costs; check that with --precision float.
"""
import argparse
import json
import sys

import torch
from torch import nn
from torch.nn import functional

ACTIVATIONS = {
    "identity": nn.Identity,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "leaky-relu": lambda: nn.LeakyReLU(0.01),
    "softmax": lambda: nn.Softmax(dim=1),
}
DIVISORS = {
    "sum": lambda targets: 1,
    "mean": len,
    "element-mean": torch.numel,
}
COSTS = ("squared-error", "half-squared-error", "cross-entropy", "binary-cross-entropy")


def batch_sum(cost, activation, z, a, t):
    """From z where there is a logarithm, as PyTorch advises: near 0, a has lost its digits."""
    if cost == "squared-error":
        return functional.mse_loss(a, t, reduction="sum")
    if cost == "half-squared-error":
        return functional.mse_loss(a, t, reduction="sum") / 2
    if (activation, cost) == ("softmax", "cross-entropy"):
        return functional.cross_entropy(z, t, reduction="sum")
    if (activation, cost) == ("sigmoid", "binary-cross-entropy"):
        return functional.binary_cross_entropy_with_logits(z, t, reduction="sum")
    if (activation, cost) == ("sigmoid", "cross-entropy"):
        return -(t * functional.logsigmoid(z)).sum()
    # binary cross-entropy of a softmax; where 1 - t is 0, log(1 - a) may be anything
    others = torch.log1p(-a.masked_fill(t == 1, 0))
    return -(t * z.log_softmax(dim=1) + (1 - t) * others).sum()


def gradients(case, dtype):
    turned = case.get("weightLayout") == "inputs-by-outputs"
    turn = torch.t if turned else lambda weights: weights
    linears, modules = [], []
    for layer in case["layers"]:
        weights, biases = turn(numbers(layer["weights"], dtype)), numbers(layer["biases"], dtype)
        linear = nn.Linear(*reversed(weights.shape), dtype=dtype)
        linear.weight, linear.bias = nn.Parameter(weights), nn.Parameter(biases)
        linears.append(linear)
        modules += [linear, ACTIVATIONS[layer["activation"]]()]
    model = nn.Sequential(*modules)

    inputs, targets = numbers(case["inputs"], dtype), numbers(case["targets"], dtype)
    trace = [inputs]
    for module in model:  # what model(inputs) does, keeping every value
        trace.append(module(trace[-1]))
    last = case["layers"][-1]["activation"]
    cost = batch_sum(case["cost"], last, trace[-2], trace[-1], targets)
    cost = cost / DIVISORS[case["reduction"]](targets)
    cost.backward()

    layers = [
        {
            "preActivations": trace[2 * l + 1],
            "activations": trace[2 * l + 2],
            "biasGradients": linear.bias.grad,
            "weightGradients": turn(linear.weight.grad),
        }
        for l, linear in enumerate(linears)
    ]
    if "learningRate" in case:
        torch.optim.SGD(model.parameters(), lr=number(case["learningRate"])).step()
        for layer, linear in zip(layers, linears):
            layer["updatedWeights"], layer["updatedBiases"] = turn(linear.weight), linear.bias
    layers = [{name: values.tolist() for name, values in layer.items()} for layer in layers]
    return {"cost": cost.item(), "layers": layers}


def number(value):  # a hex float comes as text
    return float.fromhex(value) if isinstance(value, str) else float(value)


def numbers(rows, dtype):
    rows = [list(map(number, row)) if isinstance(row, list) else number(row) for row in rows]
    return torch.tensor(rows, dtype=dtype)


def answer(case, dtype):
    words = {layer["activation"] for layer in case["layers"]} | {case["cost"], case["reduction"]}
    unknown = words - ACTIVATIONS.keys() - set(COSTS) - DIVISORS.keys()
    if unknown:
        found = {"unsupported": "no " + ", no ".join(sorted(unknown))}
    else:
        found = gradients(case, dtype)
    return {"format": "backprop-gradients-1", "name": case["name"], **found}


parser = argparse.ArgumentParser(description="Answers one case per line until the input ends.")
parser.add_argument("--dtype", choices=["float32", "float64"], default="float64")
dtype = getattr(torch, parser.parse_args().dtype)
for line in sys.stdin.buffer:
    text = json.dumps(answer(json.loads(line), dtype))
    # JSON has no NaN and no infinities: they go as text.
    print(json.dumps(json.loads(text, parse_constant=str)), flush=True)
