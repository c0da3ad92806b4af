// The twins' own source, coloured; what belongs to a factor can light up.

const SOURCES = JSON.parse(document.getElementById("sources").textContent);

const KEYWORDS =
  "boolean continue double else final for if int long new private public return static switch void";

const TOKENS = new RegExp(
  [
    "(?<comment>//[^\\n]*)",
    `(?<keyword>\\b(?:${KEYWORDS.replaceAll(" ", "|")})\\b)`,
    "(?<type>\\b[A-Z]\\w*)",
    "(?<number>\\b\\d[\\d.]*)",
    "(?<word>\\b[a-z]\\w*)",
  ].join("|"),
  "g",
);

/**
 * Source as an element.
 *
 * @param name of its twin, for what has the focus: one line of each pair is a stop for Tab
 * @param listing its first line's number and its text
 * @param markers what lights up: {code, tint}
 * @param summed the index that is summed, null if none is
 * @param pairs patterns of the lines that have a partner in the other twin
 */
function codePane(name, listing, markers, summed, pairs) {
  const pre = element("pre", { style: `--first-line: ${listing.line - 1}` });
  const stops = new Set(Object.keys(pairs));
  for (const line of listing.code.split("\n")) {
    const comment = line.search(/(?=\/\/)|$/);
    const code = marked(line.slice(0, comment), markers, summed);
    const rest = coloured(line.slice(comment), null);
    const indent = `--indent: ${line.search(/\S|$/)}`;
    const pair = Object.keys(pairs).find((name) => pairs[name].test(line));
    const attributes = { class: pair ? `line pair ${pair}` : "line", style: indent };
    const stop = stops.delete(pair) ? { tabindex: 0, "data-focus": `${name} ${pair}` } : {};
    pre.append(element("span", { ...attributes, ...stop }, ...code, ...rest), "\n");
  }
  return pre;
}

/** Lights what does the same in both twins as the line that is pointed at, or has the focus. */
function lightPairs(panes) {
  const light = (line) => {
    const kind = line && (line.classList.contains("sums") ? "sums" : "follows");
    panes.querySelectorAll(".pair").forEach((each) =>
      each.classList.toggle("paired", Boolean(kind) && each.classList.contains(kind)),
    );
  };
  const withFocus = () => panes.querySelector(".pair:focus");
  const lightTarget = ({ target }) => light(target.closest(".pair") ?? withFocus());
  panes.addEventListener("pointerover", lightTarget);
  panes.addEventListener("focusin", lightTarget);
  panes.addEventListener("pointerleave", () => light(withFocus()));
  panes.addEventListener("focusout", () => light(null));
}

/** What does the same in both twins: the loop over the summed index, and what follows the sum. */
function linePairs(summed) {
  const sum = new RegExp(`for \\(int ${summed} |sum \\+=`);
  return summed === null
    ? { loops: {}, matrix: {} }
    : {
        loops: { sums: sum, follows: /= (sum|batchSum) [*+]/ },
        matrix: { sums: /\.multiply\(/, follows: /scalarMultiply|hadamard\(|\.add\(/ },
      };
}

function marked(line, markers, summed) {
  const known = markers.filter(({ code }) => code).map(({ code, tint }) => ({ code, tint }));
  if (known.length === 0) {
    return coloured(line, summed);
  }
  const tints = new Map(known.map(({ code, tint }) => [code, tint]));
  const longestFirst = [...tints.keys()].sort((left, right) => right.length - left.length);
  const anyMarker = new RegExp(
    `(${longestFirst.map(asPattern).join("|")})(\\.transpose\\(\\))?`,
    "g",
  );
  const parts = [];
  let end = 0;
  for (const match of line.matchAll(anyMarker)) {
    parts.push(...coloured(line.slice(end, match.index), summed));
    const code = match[1];
    const turn = match[2] ? [element("span", { class: "turn" }, match[2])] : [];
    parts.push(
      element("span", { class: `factor ${tints.get(code)}` }, ...coloured(code, summed), ...turn),
    );
    end = match.index + match[0].length;
  }
  return [...parts, ...coloured(line.slice(end), summed)];
}

/** A whole name, no call of a method that is named so. */
function asPattern(code) {
  const literal = code.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return `(?<![\\w.])${literal}(?![\\w(])`;
}

/** Plain text and coloured tokens; the summed index stands out wherever it stands. */
function coloured(text, summed) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    const isSummed = match[0] === summed;
    if (kind === "word" && !isSummed) {
      continue;
    }
    parts.push(text.slice(end, match.index));
    parts.push(element("span", { class: isSummed ? "summed" : kind }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)].flatMap(breakable);
}

/** Where there is little room a line goes on below between two names, not within one. */
function breakable(part) {
  if (typeof part !== "string") {
    return [part];
  }
  const pieces = part.split(/(?<=\()|(?=\.[a-z]|\[)/).filter((piece) => piece !== "");
  const mayBreak = (here) => (here ? [element("wbr")] : []);
  return pieces.flatMap((piece) => [
    ...mayBreak(".[".includes(piece[0])),
    piece,
    ...mayBreak(piece.endsWith("(")),
  ]);
}
