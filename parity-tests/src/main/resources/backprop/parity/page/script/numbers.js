// Numbers as text, and as the bits they are stored in.

/** The 64 bits in hexadecimal; all NaN are one. */
function bits(number) {
  if (Number.isNaN(number)) {
    return "7ff8000000000000";
  }
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** The same number to the last bit; 0 and -0 are two numbers, all NaN are one. */
const identical = Object.is;

/** The shortest text that reads back as the same bits. */
const full = (number) => (Object.is(number, -0) ? "-0" : String(number));

/** For reading: that many digits, and a minus sign as wide as a plus; "…" for what is not known. */
function brief(number, digits = 6) {
  if (number === undefined) {
    return "…";
  }
  const rounded = Number.isFinite(number) ? Number(number.toPrecision(digits)) : number;
  return full(rounded).replaceAll("-", "−");
}
