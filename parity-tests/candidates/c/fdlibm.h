/* exp, log and tanh with the bits of fdlibm, which are those of Java's StrictMath.
 *
 * The functions of <math.h> with these names are those of the system's library, and every system
 * has another. frexp and ldexp are exact everywhere.
 *
 * ====================================================
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 *
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */
#include <math.h>

static const double LN2_HIGH = 6.93147180369123816490e-01; /* its last 21 bits are 0 */
static const double LN2_LOW = 1.90821492927058770002e-10;
static const double INVERSE_LN2 = 1.44269504088896338700e00;
static const double HALF_LN2 = 1453635 / 4194304.0; /* a bit more: no bits but the high 32 */
static const double ONE_AND_HALF_LN2 = 1090226 / 1048576.0;
static const double P[] = {1.66666666666666019037e-01, -2.77777777770155933842e-03,
  6.61375632143793436117e-05, -1.65339022054652515390e-06, 4.13813679705723846039e-08};
static const double Q[] = {-3.33333333333331316428e-02, 1.58730158725481460165e-03,
  -7.93650757867487942473e-05, 4.00821782732936239552e-06, -2.01099218183624371326e-07};
static const double LG[] = {6.666666666666735130e-01, 3.999999999940941908e-01,
  2.857142874366239149e-01, 2.222219843214978396e-01, 1.818357216161805012e-01,
  1.531383769920937332e-01, 1.479819860511658591e-01};

static int reduced(double x, double *high, double *low) { /* k, and x - k ln 2 in two parts */
  int sign = x > 0.0 ? 1 : -1, k = 0;
  if (fabs(x) >= ONE_AND_HALF_LN2) k = (int) (INVERSE_LN2 * x + 0.5 * sign);
  else if (fabs(x) >= HALF_LN2) k = sign;
  *high = x - k * LN2_HIGH;
  *low = k * LN2_LOW;
  return k;
}

static double exact_exp(double x) {
  double high, low, t, c;
  int k;
  if (x != x) return x; /* NaN */
  if (x > 7.09782712893383973096e02) return INFINITY;
  if (x < -7.45133219101941108420e02) return 0.0;
  if (fabs(x) < ldexp(1.0, -28)) return 1.0 + x;
  k = reduced(x, &high, &low);
  x = high - low;
  t = x * x;
  c = x - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
  if (k == 0) return 1.0 - ((x * c) / (c - 2.0) - x);
  return ldexp(1.0 - ((low - (x * c) / (2.0 - c)) - high), k);
}

static double exact_log(double x) {
  double f, s, z, w, even, odd, r, half;
  int k, part;
  if (x != x || x == INFINITY) return x;
  if (x <= 0.0) return x == 0.0 ? -INFINITY : NAN;
  x = 2.0 * frexp(x, &k); /* from 1 to below 2 */
  k = k - 1;
  part = (int) ((x - 1.0) * 1048576.0); /* the high 20 bits of the fraction */
  if (part >= 0x6a09c) { /* from about the root of 2 */
    x = 0.5 * x;
    k = k + 1;
  }
  f = x - 1.0;
  if (part < 1 || part >= 0xffffe) { /* |f| < 2**-20 */
    if (f == 0.0) return k * LN2_HIGH + k * LN2_LOW;
    r = f * f * (0.5 - 0.33333333333333333 * f);
    return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
  }
  s = f / (2.0 + f);
  z = s * s;
  w = z * z;
  even = w * (LG[1] + w * (LG[3] + w * LG[5]));
  odd = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])));
  r = odd + even;
  if (part >= 0x6147a && part <= 0x6b851) {
    half = 0.5 * f * f;
    if (k == 0) return f - (half - s * (half + r));
    return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
  }
  if (k == 0) return f - s * (f - r);
  return k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
}

static double exact_expm1(double x) { /* exp(x) - 1, as tanh needs it: from -2 to 44 */
  double high, low, c, half, square, r, t, e;
  int k;
  if (fabs(x) < ldexp(1.0, -54)) return x;
  k = reduced(x, &high, &low);
  x = high - low;
  c = (high - x) - low;
  half = 0.5 * x;
  square = x * half;
  r = 1.0 + square * (Q[0] + square * (Q[1] + square * (Q[2] + square * (Q[3] + square * Q[4]))));
  t = 3.0 - r * half;
  e = square * ((r - t) / (6.0 - x * t));
  if (k == 0) return x - (x * e - square);
  e = (x * (e - c) - c) - square;
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + 2.0 * (x - e);
  if (k < 0 || k > 56) return ldexp(1.0 - (e - x), k) - 1.0;
  if (k < 20) return ldexp((1.0 - ldexp(1.0, -k)) - (e - x), k);
  return ldexp((x - (e + ldexp(1.0, -k))) + 1.0, k);
}

static double exact_tanh(double x) {
  double size = fabs(x), result = 1.0, t;
  if (x != x || size < ldexp(1.0, -55)) return x;
  if (size < 1.0) {
    t = exact_expm1(-2.0 * size);
    result = -t / (t + 2.0);
  } else if (size < 22.0) {
    result = 1.0 - 2.0 / (exact_expm1(2.0 * size) + 2.0);
  }
  return x >= 0.0 ? result : -result;
}
