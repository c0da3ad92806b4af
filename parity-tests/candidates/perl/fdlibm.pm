# exp, log and tanh with the bits of fdlibm, which are those of Java's StrictMath.
# Perl's own take these functions from the system's library, and every system has another.
#
# ====================================================
# Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
#
# Permission to use, copy, modify, and distribute this
# software is freely granted, provided that this notice
# is preserved.
# ====================================================
package fdlibm;
use strict;
use warnings;
use Exporter qw(import);
use POSIX qw(frexp ldexp);

our @EXPORT_OK = qw(exp log tanh);    # the first two replace Perl's own where they are imported

use constant INFINITY         => 9**9**9;
use constant LN2_HIGH         => 6.93147180369123816490e-01;    # its last 21 bits are 0
use constant LN2_LOW          => 1.90821492927058770002e-10;
use constant INVERSE_LN2      => 1.44269504088896338700e00;
use constant HALF_LN2         => 1453635 / 4194304;    # a bit more: no bits but the high 32
use constant ONE_AND_HALF_LN2 => 1090226 / 1048576;
my @P = (1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
  -1.65339022054652515390e-06, 4.13813679705723846039e-08);
my @Q = (-3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
  4.00821782732936239552e-06, -2.01099218183624371326e-07);
my @LG = (6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
  2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
  1.479819860511658591e-01);

sub reduced {    # k and x - k ln 2, in two parts
  my ($x) = @_;
  return (0, $x, 0) if abs($x) < HALF_LN2;
  my $k = $x > 0 ? 1 : -1;
  $k = int(INVERSE_LN2 * $x + 0.5 * $k) if abs($x) >= ONE_AND_HALF_LN2;
  return ($k, $x - $k * LN2_HIGH, $k * LN2_LOW);
}

sub exp {
  my ($x) = @_;
  return $x if $x != $x;    # NaN
  return INFINITY if $x > 7.09782712893383973096e02;
  return 0.0 if $x < -7.45133219101941108420e02;
  return 1.0 + $x if abs($x) < ldexp(1, -28);
  my ($k, $high, $low) = reduced($x);
  $x = $high - $low;
  my $t = $x * $x;
  my $c = $x - $t * ($P[0] + $t * ($P[1] + $t * ($P[2] + $t * ($P[3] + $t * $P[4]))));
  return 1.0 - (($x * $c) / ($c - 2.0) - $x) if $k == 0;
  return ldexp(1.0 - (($low - ($x * $c) / (2.0 - $c)) - $high), $k);
}

sub log {
  my ($x) = @_;
  return $x if $x != $x || $x == INFINITY;
  return $x == 0 ? -(INFINITY) : INFINITY - INFINITY if $x <= 0;
  my ($m, $k) = frexp($x);    # $m from 0.5 to below 1
  ($m, $k) = (2.0 * $m, $k - 1);
  my $part = int(($m - 1.0) * 1048576);    # the high 20 bits of the fraction
  ($m, $k) = (0.5 * $m, $k + 1) if $part >= 0x6a09c;    # from about √2
  my $f = $m - 1.0;
  if ($part < 1 || $part >= 0xffffe) {     # |f| < 2**-20
    return $k * LN2_HIGH + $k * LN2_LOW if $f == 0;
    my $r = $f * $f * (0.5 - 0.33333333333333333 * $f);
    return $k == 0 ? $f - $r : $k * LN2_HIGH - (($r - $k * LN2_LOW) - $f);
  }
  my $s = $f / (2.0 + $f);
  my $z = $s * $s;
  my $w = $z * $z;
  my $even = $w * ($LG[1] + $w * ($LG[3] + $w * $LG[5]));
  my $odd = $z * ($LG[0] + $w * ($LG[2] + $w * ($LG[4] + $w * $LG[6])));
  my $r = $odd + $even;
  if ($part >= 0x6147a && $part <= 0x6b851) {
    my $half = 0.5 * $f * $f;
    return $f - ($half - $s * ($half + $r)) if $k == 0;
    return $k * LN2_HIGH - (($half - ($s * ($half + $r) + $k * LN2_LOW)) - $f);
  }
  return $f - $s * ($f - $r) if $k == 0;
  return $k * LN2_HIGH - (($s * ($f - $r) - $k * LN2_LOW) - $f);
}

sub expm1 {    # exp(x) - 1, as tanh needs it: from -2 to 44
  my ($x) = @_;
  return $x if abs($x) < ldexp(1, -54);
  my ($k, $high, $low) = reduced($x);
  $x = $high - $low;
  my $c      = ($high - $x) - $low;
  my $half   = 0.5 * $x;
  my $square = $x * $half;
  my $q      = $Q[1] + $square * ($Q[2] + $square * ($Q[3] + $square * $Q[4]));
  my $r      = 1.0 + $square * ($Q[0] + $square * $q);
  my $t      = 3.0 - $r * $half;
  my $e      = $square * (($r - $t) / (6.0 - $x * $t));
  return $x - ($x * $e - $square) if $k == 0;
  $e = ($x * ($e - $c) - $c) - $square;
  return 0.5 * ($x - $e) - 0.5 if $k == -1;
  return $x < -0.25 ? -2.0 * ($e - ($x + 0.5)) : 1.0 + 2.0 * ($x - $e) if $k == 1;
  return ldexp(1.0 - ($e - $x), $k) - 1.0 if $k < 0 || $k > 56;
  return ldexp((1.0 - ldexp(1, -$k)) - ($e - $x), $k) if $k < 20;
  return ldexp(($x - ($e + ldexp(1, -$k))) + 1.0, $k);
}

sub tanh {
  my ($x) = @_;
  my ($size, $result) = (abs($x), 1.0);
  return $x if $x != $x || $size < ldexp(1, -55);
  if ($size < 1.0) {
    my $t = expm1(-2.0 * $size);
    $result = -$t / ($t + 2.0);
  } elsif ($size < 22.0) {
    $result = 1.0 - 2.0 / (expm1(2.0 * $size) + 2.0);
  }
  return $x >= 0 ? $result : -$result;
}

1;
