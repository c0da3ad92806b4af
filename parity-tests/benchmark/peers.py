"""Times NumPy, PyTorch, JAX and tiled C, where they are there, on the workloads of the benchmark.

Prints a line per measurement: runtime,workload,contender,microseconds,bytes (bytes stay empty). Two
lines are the limits of this machine, as microseconds for a billion: operations, one rounding each,
and bytes to and from memory. What is not there is said on the error stream. One thread, float64, sigmoid hidden layers, softmax with cross-entropy, averaged over the batch.

    python3 peers.py [seconds for each measurement]
"""

import ctypes
import os
import platform
import subprocess
import sys
import tempfile
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import numpy as np

WORKLOADS = {
    "W1": ((2, 3, 3), 3),
    "W2": ((784, 30, 10), 10),
    "W3": ((784, 100, 10), 100),
    "W4": ((784, 512, 512, 10), 128),
    "W5": ((784, 2048, 2048, 10), 512),
}


def network(widths, samples):
    random = np.random.default_rng(1)
    weights = [
        random.standard_normal((outputs, inputs)) / inputs**0.5
        for inputs, outputs in zip(widths, widths[1:])
    ]
    biases = [0.5 * random.standard_normal(outputs) for outputs in widths[1:]]
    inputs = random.standard_normal((samples, widths[0]))
    targets = np.eye(widths[-1])[random.integers(0, widths[-1], samples)]
    return weights, biases, inputs, targets


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def batched(weights, biases, inputs, targets):
    """A row per sample; every product over the whole batch."""
    activations = [inputs]
    for layer, (w, b) in enumerate(zip(weights, biases)):
        z = activations[-1] @ w.T + b
        if layer < len(weights) - 1:
            activations.append(sigmoid(z))
        else:
            shares = np.exp(z - z.max(axis=1, keepdims=True))
            activations.append(shares / shares.sum(axis=1, keepdims=True))
    delta = (activations[-1] - targets) / len(inputs)
    gradients = []
    for layer in range(len(weights) - 1, -1, -1):
        gradients.append((delta.T @ activations[layer], delta.sum(axis=0)))
        if layer > 0:
            a = activations[layer]
            delta = (delta @ weights[layer]) * (a * (1.0 - a))
    return gradients[::-1]


def per_sample(weights, biases, inputs, targets):
    """One column vector after the other, as in Nielsen's book."""
    sums = [(np.zeros(w.shape), np.zeros(b.shape)) for w, b in zip(weights, biases)]
    for s in range(len(inputs)):
        one = batched(weights, biases, inputs[s : s + 1], targets[s : s + 1])
        for (w, b), (dw, db) in zip(sums, one):
            w += dw
            b += db
    return [(w / len(inputs), b / len(inputs)) for w, b in sums]


def torch_gradient(weights, biases, inputs, targets):
    import torch

    torch.set_num_threads(1)
    w = [torch.tensor(x, requires_grad=True) for x in weights]
    b = [torch.tensor(x, requires_grad=True) for x in biases]
    x, labels = torch.tensor(inputs), torch.tensor(targets.argmax(axis=1))

    def gradient():
        a = x
        for layer in range(len(w)):
            z = torch.nn.functional.linear(a, w[layer], b[layer])
            a = torch.sigmoid(z)
        return torch.autograd.grad(torch.nn.functional.cross_entropy(z, labels), w + b)

    return "PyTorch autograd", torch.__version__, gradient


def jax_gradient(weights, biases, inputs, targets):
    import jax

    jax.config.update("jax_enable_x64", True)

    def cost(parameters, x, t):
        a = x
        for w, b in parameters:
            z = a @ w.T + b
            a = jax.nn.sigmoid(z)
        return -(t * jax.nn.log_softmax(z)).sum(axis=1).mean()

    compiled = jax.jit(jax.grad(cost))
    parameters = [(jax.numpy.array(w), jax.numpy.array(b)) for w, b in zip(weights, biases)]
    x, t = jax.numpy.array(inputs), jax.numpy.array(targets)
    return "JAX jit", jax.__version__, lambda: jax.block_until_ready(compiled(parameters, x, t))


def tiled_c():
    """tiled.c as a library, or None where no C compiler takes it."""
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tiled.c")
    options = "-O3 -march=native -ffp-contract=off -fno-trapping-math -fPIC -shared".split()
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "tiled.so")
        try:
            command = ["cc", *options, source, "-o", library, "-lm"]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            return ctypes.CDLL(library)
        except (OSError, subprocess.CalledProcessError):
            return None


TILED_C = tiled_c()


def tiled_gradient(library, weights, biases, inputs, targets):
    """Refuses to time what does not agree with NumPy."""
    address = lambda array: array.ctypes.data_as(ctypes.c_void_p)
    inputs, targets = np.ascontiguousarray(inputs), np.ascontiguousarray(targets)
    widths = np.array([inputs.shape[1]] + [len(b) for b in biases], dtype=np.int32)
    library.make.restype = ctypes.c_void_p
    made = library.make(len(biases), address(widths), len(inputs), address(inputs), address(targets))
    network = ctypes.c_void_p(made)
    for layer, (w, b) in enumerate(zip(weights, biases), 1):
        library.load(network, layer, address(np.ascontiguousarray(w)), address(b))
    library.compute_often(network, 1)
    for layer, (w, b) in enumerate(batched(weights, biases, inputs, targets), 1):
        own_w, own_b = np.empty(w.shape), np.empty(b.shape)
        library.read_gradients(network, layer, address(own_w), address(own_b))
        np.testing.assert_allclose(own_w, w, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(own_b, b, rtol=1e-9, atol=1e-12)
    return lambda: library.compute_often(network, 1)


def best_microseconds(gradient, seconds):
    """The fastest of many short rounds: what others do on the machine only ever adds."""
    gradient()
    started = time.perf_counter()
    gradient()
    once = time.perf_counter() - started
    count = max(1, int(0.02 / once))
    best, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        started = time.perf_counter()
        for _ in range(count):
            gradient()
        best = min(best, (time.perf_counter() - started) / count)
    return best * 1e6


def contenders(arguments):
    version = "NumPy " + np.__version__
    yield "NumPy batched", version, lambda: batched(*arguments)
    yield "NumPy per sample", version, lambda: per_sample(*arguments)
    for library, make in (("PyTorch", torch_gradient), ("JAX", jax_gradient)):
        try:
            name, version, gradient = make(*arguments)
        except ImportError:
            print(f"{library} is not installed; it is not timed.", file=sys.stderr)
            continue
        yield name, library + " " + version, gradient
    if TILED_C:
        yield "tiled C", "cc", tiled_gradient(TILED_C, *arguments)


def limits(seconds):
    for name, rounds in (("peak", 200_000), ("bandwidth", 1)):
        measure = getattr(TILED_C, name)
        measure.argtypes, measure.restype = [ctypes.c_long], ctypes.c_double
        count = measure(rounds)
        yield name, best_microseconds(lambda: measure(rounds), seconds) * 1e9 / count


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    if TILED_C:
        for name, microseconds in limits(seconds):
            print(f"cc,MACHINE,{name},{microseconds:.3f},", flush=True)
    else:
        print("No C compiler takes tiled.c; it is not timed, nor are the limits.", file=sys.stderr)
    for workload, (widths, samples) in WORKLOADS.items():
        for name, version, gradient in contenders(network(widths, samples)):
            if (workload, name) == ("W5", "NumPy per sample"):
                continue  # a quarter of a minute each time
            runtime = f"Python {platform.python_version()} with {version}"
            print(f"{runtime},{workload},{name},{best_microseconds(gradient, seconds):.3f},", flush=True)


if __name__ == "__main__":
    main()
