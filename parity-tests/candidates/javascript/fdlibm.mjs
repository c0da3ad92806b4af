// exp, log and tanh with the bits of fdlibm, which are those of Java's StrictMath, in every engine.
// The language leaves these functions of Math to the engine; only V8 takes them from fdlibm.
//
// ====================================================
// Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
//
// Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice
// is preserved.
// ====================================================

const LN2_HIGH = 6.93147180369123816490e-01; // its last 21 bits are 0, so k * LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.44269504088896338700e00;
const P = [1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
  -1.65339022054652515390e-06, 4.13813679705723846039e-08];
const Q = [-3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
  4.00821782732936239552e-06, -2.01099218183624371326e-07];
const LG = [6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
  2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
  1.479819860511658591e-01];
const HALF_LN2 = 1453635 / 4194304; // a bit more: these bounds have no bits but the high 32
const ONE_AND_A_HALF_LN2 = 1090226 / 1048576;

const bytes = new DataView(new ArrayBuffer(8));
function power(k) { // 2 to the power of k, from -1022 to 1023
  bytes.setUint32(0, (k + 1023) << 20);
  bytes.setUint32(4, 0);
  return bytes.getFloat64(0);
}
function scaled(y, k) { // y 2ᵏ for a y about 1, rounded once
  if (k > 1023) return y * 2 * power(k - 1);
  return k < -1021 ? y * power(k + 1000) * power(-1000) : y * power(k);
}
function mantissa(x) { // x 2⁻ᵏ from 1 to below 2, and k; no subnormal x
  bytes.setFloat64(0, x);
  const high = bytes.getUint32(0);
  bytes.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  return [bytes.getFloat64(0), (high >> 20) - 1023];
}

function reduced(x) { // k and x - k ln 2, in two parts
  if (Math.abs(x) < HALF_LN2) return [0, x, 0];
  let k = x > 0 ? 1 : -1;
  if (Math.abs(x) >= ONE_AND_A_HALF_LN2) k = Math.trunc(INVERSE_LN2 * x + 0.5 * k);
  return [k, x - k * LN2_HIGH, k * LN2_LOW];
}

export function exp(x) {
  if (Number.isNaN(x)) return x;
  if (x > 7.09782712893383973096e02) return Infinity;
  if (x < -7.45133219101941108420e02) return 0;
  if (Math.abs(x) < power(-28)) return 1 + x;
  const [k, high, low] = reduced(x);
  const y = high - low;
  const t = y * y;
  const c = y - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
  if (k === 0) return 1 - ((y * c) / (c - 2) - y);
  return scaled(1 - ((low - (y * c) / (2 - c)) - high), k);
}

export function log(x) {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x <= 0) return x === 0 ? -Infinity : NaN;
  const subnormal = x < power(-1022);
  let [m, k] = mantissa(subnormal ? x * power(54) : x);
  if (subnormal) k -= 54;
  const part = Math.trunc((m - 1) * 1048576); // the high 20 bits of the fraction
  if (part >= 0x6a09c) [m, k] = [0.5 * m, k + 1]; // from about √2
  const f = m - 1;
  if (part < 1 || part >= 0xffffe) { // |f| < 2⁻²⁰
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (LG[1] + w * (LG[3] + w * LG[5]));
  const odd = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])));
  const r = odd + even;
  if (part >= 0x6147a && part <= 0x6b851) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
}

function expm1(x) { // exp(x) - 1, as tanh needs it: from -2 to 44
  if (Math.abs(x) < power(-54)) return x;
  const [k, high, low] = reduced(x);
  const y = high - low;
  const c = (high - y) - low;
  const half = 0.5 * y;
  const square = y * half;
  const q = Q[1] + square * (Q[2] + square * (Q[3] + square * Q[4]));
  const r = 1 + square * (Q[0] + square * q);
  const t = 3 - r * half;
  let e = square * ((r - t) / (6 - y * t));
  if (k === 0) return y - (y * e - square);
  e = (y * (e - c) - c) - square;
  if (k === -1) return 0.5 * (y - e) - 0.5;
  if (k === 1) return y < -0.25 ? -2 * (e - (y + 0.5)) : 1 + 2 * (y - e);
  if (k < 0 || k > 56) return scaled(1 - (e - y), k) - 1;
  if (k < 20) return scaled((1 - power(-k)) - (e - y), k);
  return scaled((y - (e + power(-k))) + 1, k);
}

export function tanh(x) {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < power(-55)) return x;
  let result = 1;
  if (size < 1) {
    const t = expm1(-2 * size);
    result = -t / (t + 2);
  } else if (size < 22) {
    result = 1 - 2 / (expm1(2 * size) + 2);
  }
  return x >= 0 ? result : -result;
}
