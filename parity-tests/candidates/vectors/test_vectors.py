"""Holds a program against the vendored vectors, without a JDK: pytest, or python3 test_vectors.py"""
import json, os, subprocess

PROGRAM = os.environ.get("PROGRAM", "python3 backprop.py")
VECTORS = os.environ.get("VECTORS", "golden.jsonl")

def differences(answer, expected, allowed, place=""):
    if isinstance(allowed, (list, dict)):
        for key in allowed if isinstance(allowed, dict) else range(len(allowed)):
            if isinstance(allowed, list) or key in answer:
                yield from differences(answer[key], expected[key], allowed[key], f"{place}[{key}]")
    elif not isinstance(allowed, str) and not abs(answer - expected) <= allowed:
        yield f"{place}: expected {expected}, found {answer}"

def test_every_vector():
    vectors = [json.loads(line) for line in open(VECTORS)]
    cases = "".join(json.dumps(vector["case"]) + "\n" for vector in vectors)
    run = subprocess.run(PROGRAM, shell=True, input=cases, stdout=subprocess.PIPE, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    asked = [(v, a) for v, a in zip(vectors, answers, strict=True) if "unsupported" not in a]
    for vector, answer in asked:
        assert not list(differences(answer, vector["expected"], vector["allowed"])), answer["name"]
    print(len(asked), "cases agree")

if __name__ == "__main__": test_every_vector()
