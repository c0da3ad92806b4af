//! exp, log and tanh with the bits of fdlibm, which are those of Java's StrictMath.
//!
//! The methods of f64 with these names are those of the system's library, and every system has
//! another.
//!
//! ====================================================
//! Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
//!
//! Permission to use, copy, modify, and distribute this
//! software is freely granted, provided that this notice
//! is preserved.
//! ====================================================

const LN2_HIGH: f64 = 6.93147180369123816490e-01; // its last 21 bits are 0
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = 1.44269504088896338700e00;
const HALF_LN2: f64 = 1453635.0 / 4194304.0; // a bit more: no bits but the high 32
const ONE_AND_HALF_LN2: f64 = 1090226.0 / 1048576.0;
const P: [f64; 5] = [
    1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
    -1.65339022054652515390e-06, 4.13813679705723846039e-08,
];
const Q: [f64; 5] = [
    -3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
    4.00821782732936239552e-06, -2.01099218183624371326e-07,
];
const LG: [f64; 7] = [
    6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
    2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
    1.479819860511658591e-01,
];

/// 2 to the power of k, from -1022 to 1023.
fn power(k: i32) -> f64 {
    f64::from_bits(((k + 1023) as u64) << 52)
}

/// y 2ᵏ for a y about 1, rounded once.
fn scaled(y: f64, k: i32) -> f64 {
    match k {
        1024.. => y * 2.0 * power(k - 1),
        -1021..=1023 => y * power(k),
        _ => y * power(k + 1000) * power(-1000),
    }
}

/// k and x - k ln 2, in two parts.
fn reduced(x: f64) -> (i32, f64, f64) {
    if x.abs() < HALF_LN2 {
        return (0, x, 0.0);
    }
    let sign = if x > 0.0 { 1.0 } else { -1.0 };
    let near = x.abs() < ONE_AND_HALF_LN2;
    let k = if near { sign } else { (INVERSE_LN2 * x + 0.5 * sign).trunc() };
    (k as i32, x - k * LN2_HIGH, k * LN2_LOW)
}

pub fn exp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 7.09782712893383973096e02 {
        return f64::INFINITY;
    }
    if x < -7.45133219101941108420e02 {
        return 0.0;
    }
    if x.abs() < power(-28) {
        return 1.0 + x;
    }
    let (k, high, low) = reduced(x);
    let x = high - low;
    let t = x * x;
    let c = x - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
    if k == 0 {
        return 1.0 - ((x * c) / (c - 2.0) - x);
    }
    scaled(1.0 - ((low - (x * c) / (2.0 - c)) - high), k)
}

pub fn log(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x <= 0.0 {
        return if x == 0.0 { f64::NEG_INFINITY } else { f64::NAN };
    }
    let subnormal = x < power(-1022);
    let bits = (if subnormal { x * power(54) } else { x }).to_bits();
    let mut k = (bits >> 52) as i32 - 1023 - if subnormal { 54 } else { 0 };
    let mut m = f64::from_bits((bits & 0xfffffffffffff) | 0x3ff0000000000000); // from 1 to below 2
    let part = (bits >> 32) & 0xfffff; // the high 20 bits of the fraction
    if part >= 0x6a09c {
        m = 0.5 * m; // from about √2
        k += 1;
    }
    let n = k as f64;
    let f = m - 1.0;
    if part < 1 || part >= 0xffffe {
        // |f| < 2⁻²⁰
        if f == 0.0 {
            return n * LN2_HIGH + n * LN2_LOW;
        }
        let r = f * f * (0.5 - 0.33333333333333333 * f);
        return if k == 0 { f - r } else { n * LN2_HIGH - ((r - n * LN2_LOW) - f) };
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (LG[1] + w * (LG[3] + w * LG[5]));
    let odd = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])));
    let r = odd + even;
    if part >= 0x6147a && part <= 0x6b851 {
        let half = 0.5 * f * f;
        if k == 0 {
            return f - (half - s * (half + r));
        }
        return n * LN2_HIGH - ((half - (s * (half + r) + n * LN2_LOW)) - f);
    }
    if k == 0 {
        return f - s * (f - r);
    }
    n * LN2_HIGH - ((s * (f - r) - n * LN2_LOW) - f)
}

/// exp(x) - 1, as tanh needs it: from -2 to 44.
fn expm1(x: f64) -> f64 {
    if x.abs() < power(-54) {
        return x;
    }
    let (k, high, low) = reduced(x);
    let x = high - low;
    let c = (high - x) - low;
    let half = 0.5 * x;
    let square = x * half;
    let q = Q[1] + square * (Q[2] + square * (Q[3] + square * Q[4]));
    let r = 1.0 + square * (Q[0] + square * q);
    let t = 3.0 - r * half;
    let e = square * ((r - t) / (6.0 - x * t));
    if k == 0 {
        return x - (x * e - square);
    }
    let e = (x * (e - c) - c) - square;
    match k {
        -1 => 0.5 * (x - e) - 0.5,
        1 if x < -0.25 => -2.0 * (e - (x + 0.5)),
        1 => 1.0 + 2.0 * (x - e),
        2..=19 => scaled((1.0 - power(-k)) - (e - x), k),
        20..=56 => scaled((x - (e + power(-k))) + 1.0, k),
        _ => scaled(1.0 - (e - x), k) - 1.0,
    }
}

pub fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() || size < power(-55) {
        return x;
    }
    let result = if size < 1.0 {
        let t = expm1(-2.0 * size);
        -t / (t + 2.0)
    } else if size < 22.0 {
        1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    } else {
        1.0
    };
    if x >= 0.0 { result } else { -result }
}
