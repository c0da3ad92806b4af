"""PyTorch's optimisers on recorded gradients.

Standard input: a line with "momentum RATE MOMENTUM" or "adam RATE BETA1 BETA2 EPSILON", then a line
for each parameter with its start and its gradients, all as hexadecimal floats.
Standard output: where each parameter ends, likewise.
"""
import sys

import torch

name, *settings = sys.stdin.readline().split()
settings = [float.fromhex(setting) for setting in settings]
rows = [[float.fromhex(number) for number in line.split()] for line in sys.stdin]
numbers = torch.tensor(rows, dtype=torch.float64)
parameters = numbers[:, 0].clone().requires_grad_()
if name == "momentum":
    rate, momentum = settings
    optimiser = torch.optim.SGD([parameters], lr=rate, momentum=momentum)
else:
    rate, first, second, epsilon = settings
    optimiser = torch.optim.Adam([parameters], lr=rate, betas=(first, second), eps=epsilon)
for step in range(1, numbers.shape[1]):
    parameters.grad = numbers[:, step].clone()
    optimiser.step()
for number in parameters.tolist():
    print(number.hex())
