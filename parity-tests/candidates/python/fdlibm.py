"""exp, log and tanh with the bits of fdlibm, which are those of Java's StrictMath.

Python's own math takes these functions from the system's library, and every system has another.

====================================================
Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.

Permission to use, copy, modify, and distribute this
software is freely granted, provided that this notice
is preserved.
====================================================
"""
from math import frexp, inf, isnan, ldexp, nan

LN2_HIGH = 6.93147180369123816490e-01  # its last 21 bits are 0, so k * LN2_HIGH is exact
LN2_LOW = 1.90821492927058770002e-10
INVERSE_LN2 = 1.44269504088896338700e00
P = (1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
     -1.65339022054652515390e-06, 4.13813679705723846039e-08)
Q = (-3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
     4.00821782732936239552e-06, -2.01099218183624371326e-07)
LG = (6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
      2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
      1.479819860511658591e-01)
HALF_LN2 = 1453635 * 2.0**-22  # a bit more: these bounds have no bits but the high 32
ONE_AND_A_HALF_LN2 = 1090226 * 2.0**-20


def reduced(x):  # k and x - k ln 2, in two parts
    if abs(x) < HALF_LN2:
        return 0, x, 0.0
    if abs(x) < ONE_AND_A_HALF_LN2:
        k = 1 if x > 0.0 else -1
    else:
        k = int(INVERSE_LN2 * x + (0.5 if x > 0.0 else -0.5))
    return k, x - k * LN2_HIGH, k * LN2_LOW


def exp(x):
    if isnan(x):
        return x
    if x > 7.09782712893383973096e02:
        return inf
    if x < -7.45133219101941108420e02:
        return 0.0
    if abs(x) < 2.0**-28:
        return 1.0 + x
    k, high, low = reduced(x)
    x = high - low
    t = x * x
    c = x - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))))
    if k == 0:
        return 1.0 - ((x * c) / (c - 2.0) - x)
    return ldexp(1.0 - ((low - (x * c) / (2.0 - c)) - high), k)


def log(x):
    if isnan(x) or x == inf:
        return x
    if x <= 0.0:
        return -inf if x == 0.0 else nan
    m, k = frexp(x)  # m from 0.5 to below 1
    m, k = 2.0 * m, k - 1
    part = int((m - 1.0) * 2.0**20)  # the high 20 bits of the fraction
    if part >= 0x6A09C:  # about √2
        m, k = 0.5 * m, k + 1
    f = m - 1.0
    if part < 1 or part >= 0xFFFFE:  # |f| < 2**-20
        if f == 0.0:
            return 0.0 if k == 0 else k * LN2_HIGH + k * LN2_LOW
        r = f * f * (0.5 - 0.33333333333333333 * f)
        return f - r if k == 0 else k * LN2_HIGH - ((r - k * LN2_LOW) - f)
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    even = w * (LG[1] + w * (LG[3] + w * LG[5]))
    odd = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])))
    r = odd + even
    if 0x6147A <= part <= 0x6B851:
        half = 0.5 * f * f
        if k == 0:
            return f - (half - s * (half + r))
        return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f)
    if k == 0:
        return f - s * (f - r)
    return k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f)


def expm1(x):  # exp(x) - 1, as tanh needs it: from -2 to 44
    if abs(x) < 2.0**-54:
        return x
    k, high, low = reduced(x)
    x = high - low
    c = (high - x) - low
    half = 0.5 * x
    square = x * half
    r = 1.0 + square * (Q[0] + square * (Q[1] + square * (Q[2] + square * (Q[3] + square * Q[4]))))
    t = 3.0 - r * half
    e = square * ((r - t) / (6.0 - x * t))
    if k == 0:
        return x - (x * e - square)
    e = (x * (e - c) - c) - square
    if k == -1:
        return 0.5 * (x - e) - 0.5
    if k == 1:
        return -2.0 * (e - (x + 0.5)) if x < -0.25 else 1.0 + 2.0 * (x - e)
    if k < 0 or k > 56:
        return ldexp(1.0 - (e - x), k) - 1.0
    if k < 20:
        return ldexp((1.0 - ldexp(1.0, -k)) - (e - x), k)
    return ldexp((x - (e + ldexp(1.0, -k))) + 1.0, k)


def tanh(x):
    size = abs(x)
    if isnan(x) or size < 2.0**-55:
        return x
    if size >= 22.0:
        result = 1.0
    elif size >= 1.0:
        result = 1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    else:
        t = expm1(-2.0 * size)
        result = -t / (t + 2.0)
    return result if x >= 0.0 else -result
