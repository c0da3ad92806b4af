// Holds a program against the vendored vectors, without a JDK: node --test vectors.test.mjs
import assert from "node:assert";
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const PROGRAM = process.env.PROGRAM ?? "node backprop.mjs";
const VECTORS = process.env.VECTORS ?? "golden.jsonl";

function hold(answer, expected, allowed, place) {
  if (typeof allowed === "object") {
    for (const key of Object.keys(allowed)) if (key in answer) hold(answer[key], expected[key], allowed[key], `${place}[${key}]`);
  } else if (typeof allowed === "number") {
    assert.ok(Math.abs(answer - expected) <= allowed, `${place}: expected ${expected}, found ${answer}`);
  }
}
const vectors = readFileSync(VECTORS, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const cases = vectors.map((vector) => JSON.stringify(vector.case) + "\n").join("");
const answers = execSync(PROGRAM, { input: cases, encoding: "utf8" }).trim().split("\n").map((line) => JSON.parse(line));
test("an answer for every case", () => assert.equal(answers.length, vectors.length));
vectors.forEach(({ expected, allowed, case: { name } }, index) => {
  const skip = "unsupported" in answers[index];
  test(name, { skip }, () => hold(answers[index], expected, allowed, name));
});
