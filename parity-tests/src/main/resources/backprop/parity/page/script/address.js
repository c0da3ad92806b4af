// What the reader chose and changed, in the address: it can be sent to somebody.

/** Everything that is not as the page opens. */
function writeAddress() {
  const parts = new URLSearchParams();
  const note = (name, value, usual) => value !== usual && parts.set(name, value);
  note("step", state.number, 6);
  note("layer", state.layer, layersOf(state.number)[0]);
  note("layout", LAYOUTS.indexOf(state.layout), 0);
  note("what", state.what, "updatedWeights");
  if (given.whole) {
    changes(model.network).forEach(({ path, holder, at }) => parts.set(path, full(holder[at])));
  }
  const hash = parts.size > 0 ? `#${decodeURIComponent(parts)}` : " ";
  if (hash.trim() !== location.hash) {
    history.replaceState(null, "", hash.trim() === "" ? location.pathname : hash);
  }
}

/** Takes from the address what fits this page, and leaves the rest. */
function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const number = Number(parts.get("step") ?? 6);
  state.number = stepNumbers().includes(number) ? number : 6;
  const layers = layersOf(state.number);
  const layer = Number(parts.get("layer"));
  state.layer = layers.includes(layer) ? layer : layers[0];
  state.layout = LAYOUTS[Number(parts.get("layout") ?? 0)] ?? LAYOUTS[0];
  state.what = parts.get("what") === "updatedBiases" ? "updatedBiases" : "updatedWeights";
  if (given.whole) {
    for (const { path, holder, at } of parameters(model.network)) {
      const written = parts.get(path);
      if (written !== null && refused(written, path.replace(/\[.*/, "")) === "") {
        holder[at] = Number(written);
      }
    }
  }
}
