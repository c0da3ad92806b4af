// One number of a result, taken apart.

/**
 * One number of the result, taken apart in the order of the loops.
 *
 * What an excerpt cannot know is undefined: it does not hold every term of a long sum.
 */
function explanation(view, index) {
  const { summed } = view;
  const count = summed ? view.sizes[summed] : 0;
  const term = (at) => view.terms?.(index, at) ?? productTerm(view, index, at);
  const terms = [];
  let running = 0;
  for (let at = 0; at < Math.min(count, SHOWN); at++) {
    const { value } = term(at);
    running = running === undefined || value === undefined ? undefined : running + value;
    terms.push({ ...term(at), running });
  }
  const rest = count - terms.length;
  if (rest > 0) {
    running = given.whole ? added(count, (at) => term(at).value) : undefined;
  }
  const steps = [];
  if (count === 0) {
    running = view.start.at(index);
    steps.push({ sign: "", name: concrete(view.start, index), value: running, running });
  }
  for (const each of view.operations) {
    const value = each.at?.(index);
    const known = running !== undefined && (each.apply || value !== undefined);
    running = known ? APPLY[each.sign](running, value, each.apply) : undefined;
    const name = each.matrix ? concrete(each.matrix, index) : each.name;
    steps.push({ sign: each.sign, name: (each.times ?? "") + name, value, running });
  }
  return { summed, terms, more: rest, steps };
}

const APPLY = {
  "+": (running, value) => running + value,
  "−": (running, value) => running - value,
  "×": (running, value) => running * value,
  "∘": (running, value) => running * value,
  "÷": (running, value) => running / value,
  f: (running, _, f) => f(running),
};

function productTerm({ factors, summed }, index, at) {
  const indices = { ...index, [summed]: at };
  const numbers = factors.map((matrix) => ({
    name: concrete(matrix, indices),
    value: matrix.at(indices),
    tint: matrix.tint,
  }));
  return { index: at, factors: numbers, value: numbers[0].value * numbers[1].value };
}

/** delta[0][2] for delta[j][s]. */
function concrete(matrix, index) {
  if (matrix.name === "1") {
    return "1";
  }
  const indices = [matrix.rows, matrix.columns].filter((name) => name !== "·");
  return matrix.name + indices.map((name) => `[${index[name]}]`).join("");
}
