// Every sentence of the page, in both languages, from one table.

const TEXTS = JSON.parse(document.getElementById("texts").textContent);
let language = navigator.language.startsWith("ja") ? "ja" : "en";

/** One text of the table; {name} stands for a value. */
function text(key, values = {}) {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** A text that counts: for one it may be another. */
const counted = (key, values) => text(values.count === 1 ? `${key}One` : key, values);

/** One sentence after the other, as the language spaces them. */
const sentences = (...each) => each.join(betweenSentences());

const betweenSentences = () => (language === "ja" ? "" : " ");

/** A text with `code` in backquotes. */
function rich(key, values = {}) {
  const fragment = document.createDocumentFragment();
  text(key, values)
    .split("`")
    .forEach((part, index) => fragment.append(index % 2 ? codeWords(part) : part));
  return fragment;
}

/** Code that may go on below between two words, not within one. */
const codeWords = (code) =>
  element(
    "code",
    {},
    ...code.split(" ").flatMap((word, at) => [at ? " " : "", element("span", { class: "word" }, word)]),
  );

/** An element with attributes and children; a function is a listener, null is left out. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name, value);
    } else if (value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}
