"""The gradients that PyTorch's autograd finds, to check a model or PyTorch itself.

An nn.Linear keeps its weights with a row per receiving neuron, as the cases write them. With the
argument float32 it computes in single precision: check that with --precision float.
"""
import json
import sys
import torch
from torch import nn
from torch.nn import functional

ACTIVATIONS = {
    "identity": nn.Identity(),
    "sigmoid": nn.Sigmoid(),
    "tanh": nn.Tanh(),
    "relu": nn.ReLU(),
    "leaky-relu": nn.LeakyReLU(0.01),
    "softmax": nn.Softmax(dim=1)}
COSTS = {  # of a batch; the entropies from z, as PyTorch advises, which knows a = f(z) itself
    "squared-error": lambda z, a, t: functional.mse_loss(a, t, reduction="sum"),
    "half-squared-error": lambda z, a, t: functional.mse_loss(a, t, reduction="sum") / 2,
    "cross-entropy": lambda z, a, t: functional.cross_entropy(z, t, reduction="sum"),
    "binary-cross-entropy": lambda z, a, t: functional.binary_cross_entropy_with_logits(
        z, t, reduction="sum")}
MADE_FOR = {"cross-entropy": "softmax", "binary-cross-entropy": "sigmoid"}

def model(layers, turn):
    modules = []
    for layer in layers:
        weights, biases = turn(tensor(layer["weights"])), tensor(layer["biases"])
        linear = nn.Linear(*reversed(weights.shape))
        linear.weight, linear.bias = nn.Parameter(weights), nn.Parameter(biases)
        modules += [linear, ACTIVATIONS[layer["activation"]]]
    return nn.Sequential(*modules)

def tensor(numbers):
    return torch.tensor(numbers, dtype=torch.float32 if "float32" in sys.argv else torch.float64)

for line in sys.stdin:  # the protocol: a case in, gradients out
    case = json.loads(line)
    layers, cost, t = case["layers"], case["cost"], tensor(case["targets"])
    answer = {"format": "backprop-gradients-1", "name": case["name"]}
    turn = torch.t if case.get("weightLayout") == "inputs-by-outputs" else torch.clone
    if MADE_FOR.get(cost, layers[-1]["activation"]) != layers[-1]["activation"]:
        answer["unsupported"] = "an entropy only with the activation it is made for"
    else:
        network = model(layers, turn)
        z = network[:-1](tensor(case["inputs"]))
        size = {"sum": 1, "mean": len(t), "element-mean": t.numel()}[case["reduction"]]
        total = COSTS[cost](z, network[-1](z), t) / size
        total.backward()
        answer["cost"] = total.item()
        answer["layers"] = [
            {"weightGradients": turn(linear.weight.grad).tolist(),
             "biasGradients": linear.bias.grad.tolist()} for linear in network[::2]]
    print(json.dumps(answer), flush=True)
