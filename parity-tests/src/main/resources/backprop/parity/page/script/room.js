// What changes in its place has room for the largest that can stand there: nothing below it moves.

/**
 * @param shown what is seen
 * @param others what could stand there instead; they only take up room
 */
function roomFor(shown, ...others) {
  for (const other of others) {
    other.classList.add("ghost");
    other.setAttribute("aria-hidden", "true");
  }
  return element("div", { class: "room" }, shown, ...others);
}
