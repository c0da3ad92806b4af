// The numbers that can be changed.

/**
 * A table of fields for the numbers of the case.
 *
 * @param onChange is called after a number was changed
 * @param onReset is called to put all numbers back
 */
function editor(onChange, onReset) {
  const { network } = model;
  const complaints = complaintList();
  const field = fieldMaker(complaints, onChange);
  const grid = (...matrix) => fieldGrid(field, ...matrix);
  const box = element("div", { class: "editor" });
  const group = (...matrices) => box.append(element("div", { class: "group" }, ...matrices));
  group(
    grid(text("inputs"), "inputs", network.inputs, "i", "s"),
    grid(text("targets"), "targets", network.targets, "j", "s"),
  );
  network.layers.forEach(({ weights, biases }, index) => {
    const layer = index + 1;
    group(
      grid(text("weightsOf", { layer }), "weights", weights, "j", "i"),
      grid(text("biasesOf", { layer }), "biases", [biases], "·", "j"),
    );
  });
  if (network.learningRate !== undefined) {
    const rate = field(text("learningRate"), "rate", network, "learningRate");
    box.append(element("label", { class: "rate" }, text("learningRate"), " ", rate));
  }
  box.append(
    complaints.box,
    element("button", { type: "button", "data-focus": "reset", click: onReset }, text("reset")),
  );
  return box;
}

/** Makes the field of one number, which is holder[place]. */
function fieldMaker(complaints, onChange) {
  return (label, kind, holder, place) =>
    element("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      "aria-label": label,
      value: full(holder[place]),
      change: ({ target }) => {
        const written = target.value.trim().replaceAll("−", "-");
        const problem = refused(written, kind);
        if (problem === "") {
          complaints.withdraw(target);
          holder[place] = Number(written);
          onChange();
        } else {
          const value = full(holder[place]);
          complaints.raise(target, text("refusal", { label, problem, value }));
        }
      },
    });
}

/** The fields of one matrix, or of as much of it as is shown. */
function fieldGrid(field, title, kind, rows, rowName, columnName) {
  const [height, width] = [rows.length, rows[0].length];
  const isCut = height > SHOWN || width > SHOWN;
  const more = () => (width > SHOWN ? [element("td", { class: "more" }, "…")] : []);
  const positions = (size) => [...Array(shown(size)).keys()];
  const nameOf = (name, position) => (name === "·" ? "" : ` ${name}${position}`);
  const corner = element("td", { class: "corner" }, cornerText(rowName, columnName));
  const headers = positions(width).map((c) => headerCell("col", columnName, c));
  const body = positions(height).map((r) => {
    const cells = positions(width).map((c) => {
      const label = title + nameOf(rowName, r) + nameOf(columnName, c);
      return element("td", {}, field(label, kind, rows[r], c));
    });
    return element("tr", {}, headerCell("row", rowName, r), ...cells, ...more());
  });
  if (height > SHOWN) {
    body.push(element("tr", {}, element("td", { class: "more" }, "⋮")));
  }
  const table = element(
    "table",
    { "aria-label": title },
    element("thead", {}, element("tr", {}, corner, ...headers, ...more())),
    element("tbody", {}, ...body),
  );
  const cut = text("noField", { rows: height, columns: width });
  const note = isCut ? element("p", { class: "hint" }, cut) : null;
  return element("figure", { class: "matrix" }, element("figcaption", {}, title), table, note);
}

/** What is wrong with which field, for as long as it is. */
function complaintList() {
  const box = element("div", { class: "refusal", role: "alert" });
  const withdraw = (field) => {
    document.getElementById(field.getAttribute("aria-describedby"))?.remove();
    field.removeAttribute("aria-describedby");
    field.removeAttribute("aria-invalid");
  };
  const raise = (field, sentence) => {
    withdraw(field);
    const id = `about ${field.getAttribute("aria-label")}`.replaceAll(" ", "-");
    box.append(element("p", { id }, sentence));
    field.setAttribute("aria-describedby", id);
    field.setAttribute("aria-invalid", "true");
  };
  return { box, raise, withdraw };
}

/** Digits with a point and an exponent: JavaScript would take more, such as hexadecimal. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Why a number cannot be taken, empty if it can. */
function refused(written, kind) {
  if (!DECIMAL.test(written)) {
    return text("notANumber");
  }
  const number = Number(written);
  if (!Number.isFinite(number)) {
    return text("tooLarge");
  }
  return kind === "targets" && !fitsCost(number) ? text("notAShare") : "";
}

/** Logarithms need targets between 0 and 1. */
const fitsCost = (target) => !given.cost.endsWith("cross-entropy") || (target >= 0 && target <= 1);
