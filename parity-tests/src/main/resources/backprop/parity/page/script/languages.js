// One product in the languages that people write it in, with its transposes where the slot rule puts them.

/** The text before what the turn adds, what it adds, and the text after; for two factors at most one turns. */
function lineOf(join, turn) {
  return (left, right) => {
    const [written, other] = [left, right].map(({ matrixCode }) => matrixCode);
    const all = join(`${written}◁`, `${other}▷`);
    const typed = left.transposed ? "◁" : right.transposed ? "▷" : "";
    const clean = (part) => part.replace(/[◁▷]/g, "");
    const [before, after] = typed === "" ? [all, ""] : all.split(typed);
    return { parts: [clean(before), typed === "" ? "" : turn, clean(after)] };
  };
}

const LANGUAGES = [
  { name: "Java", write: lineOf((left, right) => `${left}.multiply(${right})`, ".transpose()") },
  { name: "NumPy", write: lineOf((left, right) => `${left} @ ${right}`, ".T") },
  { name: "PyTorch", write: lineOf((left, right) => `torch.mm(${left}, ${right})`, ".t()") },
];
