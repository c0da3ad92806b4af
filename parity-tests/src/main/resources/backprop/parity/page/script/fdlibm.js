// exp, log and tanh with the bits that Java's StrictMath specifies, in every browser.
//
// Translated from fdlibm 5.3: e_exp.c, e_log.c, s_expm1.c and s_tanh.c.
//
// Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
// Permission to use, copy, modify, and distribute this software is freely granted, provided that
// this notice is preserved.

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.44269504088896338700;
const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.45133219101941108420e2;
const TWO_TO_54 = 1.80143985094819840000e16;
const TWO_TO_MINUS_1000 = 9.33263618503218878990e-302;

const words = new DataView(new ArrayBuffer(8));

/** Sign, exponent and the first 20 bits of the fraction. */
function highWord(x) {
  words.setFloat64(0, x);
  return words.getInt32(0);
}

function withHighWord(x, word) {
  words.setFloat64(0, x);
  words.setInt32(0, word);
  return words.getFloat64(0);
}

/** y · 2ᵏ, exact. */
const scaledByPower = (y, k) => withHighWord(y, highWord(y) + (k << 20));

/** x = k · ln 2 + rest, the rest in two parts, k the nearest whole number. */
function reduced(x, size) {
  const sign = x < 0 ? -1 : 1;
  const k = size < 0x3ff0a2b2 ? sign : Math.trunc(INVERSE_LN2 * x + sign * 0.5);
  return { k, high: x - k * LN2_HIGH, low: k * LN2_LOW };
}

const EXP = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5,
  -1.65339022054652515390e-6, 4.13813679705723846039e-8,
];

function exp(x) {
  if (Number.isNaN(x) || x > OVERFLOW) {
    return x + Infinity;
  }
  if (x < UNDERFLOW) {
    return 0;
  }
  const size = highWord(x) & 0x7fffffff;
  if (size < 0x3e300000) {
    return 1 + x;
  }
  const far = size > 0x3fd62e42;
  const { k, high, low } = far ? reduced(x, size) : { k: 0, high: x, low: 0 };
  const rest = far ? high - low : x;
  const square = rest * rest;
  const c = rest - square * polynomial(square, EXP);
  if (k === 0) {
    return 1 - ((rest * c) / (c - 2) - rest);
  }
  const y = 1 - (low - (rest * c) / (2 - c) - high);
  return k >= -1021 ? scaledByPower(y, k) : scaledByPower(y, k + 1000) * TWO_TO_MINUS_1000;
}

/** c₀ + x · (c₁ + x · (c₂ + …)). */
const polynomial = (x, coefficients) =>
  coefficients.reduceRight((sum, coefficient) => coefficient + x * sum);

const LOG_ODD = [
  6.666666666666735130e-1, 2.857142874366239149e-1, 1.818357216161805012e-1,
  1.479819860511658591e-1,
];
const LOG_EVEN = [3.999999999940941908e-1, 2.222219843214978396e-1, 1.531383769920937332e-1];

function log(x) {
  if (!(x > 0) || x === Infinity) {
    return x === 0 ? -Infinity : x < 0 ? NaN : x;
  }
  const tiny = x < 2.2250738585072014e-308;
  const normal = tiny ? x * TWO_TO_54 : x;
  const word = highWord(normal);
  const fraction = word & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (word >> 20) - 1023 + (carry >> 20) - (tiny ? 54 : 0);
  const f = withHighWord(normal, fraction | (carry ^ 0x3ff00000)) - 1;
  if ((0xfffff & (2 + fraction)) < 3) {
    if (f === 0) {
      return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    }
    const rest = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const rest = z * polynomial(w, LOG_ODD) + w * polynomial(w, LOG_EVEN);
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0
      ? f - (half - s * (half + rest))
      : k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - rest) : k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}

const EXP_MINUS_1 = [
  1, -3.33333333333331316428e-2, 1.58730158725481460165e-3, -7.93650757867487942473e-5,
  4.00821782732936239552e-6, -2.01099218183624371326e-7,
];

/** eˣ − 1 for |x| < 44, which is all that tanh asks for. */
function expMinus1(x) {
  const size = highWord(x) & 0x7fffffff;
  if (size < 0x3c900000) {
    return x;
  }
  const far = size > 0x3fd62e42;
  const { k, high, low } = far ? reduced(x, size) : { k: 0, high: x, low: 0 };
  const rest = far ? high - low : x;
  const c = far ? high - rest - low : 0;
  const half = 0.5 * rest;
  const square = rest * half;
  const r = polynomial(square, EXP_MINUS_1);
  const t = 3 - r * half;
  const e = square * ((r - t) / (6 - rest * t));
  return k === 0 ? rest - (rest * e - square) : powerMinus1(k, rest, rest * (e - c) - c - square);
}

/** 2ᵏ · (1 + rest − e) − 1, in the order that loses least. */
function powerMinus1(k, rest, e) {
  if (k === -1) {
    return 0.5 * (rest - e) - 0.5;
  }
  if (k === 1) {
    return rest < -0.25 ? -2 * (e - (rest + 0.5)) : 1 + 2 * (rest - e);
  }
  if (k <= -2 || k > 56) {
    return scaledByPower(1 - (e - rest), k) - 1;
  }
  const power = withHighWord(1, k < 20 ? 0x3ff00000 - (0x200000 >> k) : (0x3ff - k) << 20);
  return scaledByPower(k < 20 ? power - (e - rest) : rest - (e + power) + 1, k);
}

function tanh(x) {
  const size = Math.abs(x);
  if (!(size < 22)) {
    return Number.isNaN(x) ? x : Math.sign(x);
  }
  if (size < 2 ** -55) {
    return x * (1 + x);
  }
  const t = expMinus1(size >= 1 ? 2 * size : -2 * size);
  const value = size >= 1 ? 1 - 2 / (t + 2) : -t / (t + 2);
  return x >= 0 ? value : -value;
}
