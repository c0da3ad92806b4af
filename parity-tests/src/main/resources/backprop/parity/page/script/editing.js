// Numbers that can be changed where they stand; what follows from them changes with every key.

/** Every number on the stage that follows from others: its place, and how to read it again. */
let live = [];

/** A number that is written again when another one is changed. */
function liveText(read) {
  const node = element("span", {}, read());
  live.push({ node, read });
  return node;
}

/** Writes again what has changed, and lets it flash. */
function refreshNumbers() {
  for (const { node, read } of live) {
    const now = read();
    if (now !== node.textContent) {
      node.textContent = now;
      flash(node.closest("td") ?? node);
    }
  }
}

function flash(node) {
  node.classList.remove("flash");
  void node.offsetWidth; // Lets the same flash begin again.
  node.classList.add("flash");
}

/** The field of one number of the case. */
function field(matrix, index) {
  const [array, at] = matrix.holder(index);
  return numberField(concrete(matrix, index), matrix.name, array, at);
}

function numberField(label, kind, array, at) {
  return element("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-label": label,
    "data-focus": `field ${label}`,
    value: full(array[at]),
    size: 6,
    input: ({ target }) => {
      const problem = refused(target.value, kind);
      complain(target, label, problem, full(array[at]));
      if (problem === "") {
        array[at] = Number(plain(target.value));
        act.edited();
      }
    },
  });
}

const plain = (written) => written.trim().replaceAll("−", "-");

/** Says what is wrong with a field, for as long as it is. */
function complain(field, label, problem, value) {
  const box = place("refusals");
  const id = `about ${label}`.replace(/\W+/g, "-");
  document.getElementById(id)?.remove();
  field.setAttribute("aria-invalid", String(problem !== ""));
  field.removeAttribute("aria-describedby");
  if (problem !== "") {
    box.append(element("p", { id }, text("refusal", { label, problem, value })));
    field.setAttribute("aria-describedby", id);
  }
}

/** Digits with a point and an exponent: JavaScript would take more, such as hexadecimal. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Why a number cannot be taken, empty if it can. */
function refused(written, kind) {
  if (!DECIMAL.test(plain(written))) {
    return text("notANumber");
  }
  const number = Number(plain(written));
  if (!Number.isFinite(number)) {
    return text("tooLarge");
  }
  return kind === "targets" && !fitsCost(number) ? text("notAShare") : "";
}

/** Logarithms need targets between 0 and 1. */
const fitsCost = (target) => !given.cost.endsWith("cross-entropy") || (target >= 0 && target <= 1);
