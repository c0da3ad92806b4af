// Reads lines such as "exp 3ff0000000000000" and prints the bits of each result.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const functions = await import(pathToFileURL(process.argv[2]));
const bytes = new DataView(new ArrayBuffer(8));
const results = readFileSync(0, "utf8").trim().split("\n").map((line) => {
  const [name, bits] = line.trim().split(" ");
  bytes.setBigUint64(0, BigInt(`0x${bits}`));
  bytes.setFloat64(0, functions[name](bytes.getFloat64(0)));
  return bytes.getBigUint64(0).toString(16).padStart(16, "0");
});
console.log(results.join("\n"));
