# Backpropagation with nothing but for loops. Perl 5 and its core modules.
#
#   $i  neuron of the layer before    $weights->[$j][$i]          a row per receiving neuron
#   $j  neuron of this layer          $delta[$l][$j]              ∂cost/∂z
#   $k  neuron of the next layer      $forward_weights->[$k][$j]  the next layer's weights
#   $s  sample    $l  layer, 1..L     $activations[0]             the inputs
use strict;
use warnings;
no warnings 'portable';    # hex() is to read more than 32 bits
use JSON::PP;
use List::Util qw(max sum);
use POSIX qw(tanh);

# The network language: activations, costs, reductions.

my $infinity = 9**9**9;

# 1 / (1 + e⁻ᶻ), with the exponential that cannot overflow
sub sigmoid {
  my ($z) = @_;
  my $exponential = exp(-abs($z));
  return ($z < 0 ? $exponential : 1) / (1 + $exponential);
}

# f (1 - f); 1 - f(z) is f(-z), and subtracting would lose digits
sub sigmoid_derivative { my ($z) = @_; return sigmoid($z) * sigmoid(-$z); }

# The neurons' shares of 1; without the shift, exp would overflow
sub softmax {
  my ($z) = @_;
  my $maximum = max(@$z);
  my @exponentials = map { exp($_ - $maximum) } @$z;
  my $sum = sum(@exponentials);
  return [map { $_ / $sum } @exponentials];
}

# t ln a and its derivative t / a, with the limits where Perl would die
sub times_logarithm { my ($t, $a) = @_; return !$t ? 0 : !$a ? -$infinity : $t * log($a); }
sub quotient        { my ($t, $a) = @_; return !$t ? 0 : !$a ? $infinity : $t / $a; }

my %activation = (    # f(z) and f′(z); softmax takes all neurons at once
  'identity'   => [sub { $_[0] }, sub { 1 }],
  'sigmoid'    => [\&sigmoid, \&sigmoid_derivative],
  'tanh'       => [sub { tanh($_[0]) }, sub { 4 * sigmoid_derivative(2 * $_[0]) }],
  'relu'       => [sub { $_[0] > 0 ? $_[0] : 0 }, sub { $_[0] > 0 ? 1 : 0 }],
  'leaky-relu' => [sub { $_[0] > 0 ? $_[0] : 0.01 * $_[0] }, sub { $_[0] > 0 ? 1 : 0.01 }],
  'softmax'    => [],
);
my %cost = (    # of one output, and ∂cost/∂a
  'squared-error' =>
    [sub { my ($a, $t) = @_; ($a - $t)**2 }, sub { my ($a, $t) = @_; 2 * ($a - $t) }],
  'half-squared-error' =>
    [sub { my ($a, $t) = @_; 0.5 * ($a - $t)**2 }, sub { my ($a, $t) = @_; $a - $t }],
  'cross-entropy' => [
    sub { my ($a, $t) = @_; -times_logarithm($t, $a) },
    sub { my ($a, $t) = @_; -quotient($t, $a) },
  ],
  'binary-cross-entropy' => [
    sub { my ($a, $t) = @_; -times_logarithm($t, $a) - times_logarithm(1 - $t, 1 - $a) },
    sub { my ($a, $t) = @_; quotient(1 - $t, 1 - $a) - quotient($t, $a) },
  ],
);
my %factor = (    # of a reduction
  'sum'          => sub { 1 },
  'mean'         => sub { my ($samples, $outputs) = @_; 1 / $samples },
  'element-mean' => sub { my ($samples, $outputs) = @_; 1 / ($samples * $outputs) },
);

# The lesson: steps 1 to 8.

# Step 4: ∂cost/∂z of every output
sub output_delta {
  my ($cost, $activation, $z, $a, $t) = @_;
  my @delta;
  for my $j (0 .. $#$a) {
    if ($activation eq 'softmax' && $cost eq 'cross-entropy') {
      $delta[$j] = $a->[$j] * sum(@$t) - $t->[$j];    # on paper, f′ cancels the 1/a
    }
    elsif ($activation eq 'sigmoid' && $cost eq 'binary-cross-entropy') {
      $delta[$j] = $a->[$j] - $t->[$j];
    }
    elsif ($activation eq 'softmax') {                # every z moves every output
      for my $k (0 .. $#$a) {
        my $jacobian = $a->[$k] * (($k == $j) - $a->[$j]);
        $delta[$j] += $jacobian * $cost{$cost}[1]->($a->[$k], $t->[$k]);
      }
    }
    else {
      my $derivative = $activation{$activation}[1]->($z->[$j]);
      $delta[$j] = $cost{$cost}[1]->($a->[$j], $t->[$j]) * $derivative;
    }
  }
  return \@delta;
}

# Steps 1 to 7 for one sample: adds to every layer's gradients and trace; returns the cost
sub backpropagate {
  my ($layers, $cost, $inputs, $targets) = @_;
  my (@z, @delta, @activations);
  $activations[0] = $inputs;
  for my $l (1 .. $#$layers) {
    my ($weights, $biases) = @{ $layers->[$l] }{ 'weights', 'biases' };
    for my $j (0 .. $#$biases) {
      my $sum = 0;    # step 1: products first, then the bias
      for my $i (0 .. $#{ $activations[$l - 1] }) {
        $sum += $weights->[$j][$i] * $activations[$l - 1][$i];
      }
      $z[$l][$j] = $sum + $biases->[$j];
    }
    my $f = $activation{ $layers->[$l]{activation} }[0];    # step 2
    $activations[$l] = $f ? [map { $f->($_) } @{ $z[$l] }] : softmax($z[$l]);
  }

  my $outputs = $activations[-1];
  my $sample_cost = 0;    # step 3
  for my $j (0 .. $#$outputs) {
    $sample_cost += $cost{$cost}[0]->($outputs->[$j], $targets->[$j]);
  }

  for my $l (reverse 1 .. $#$layers) {
    my $layer = $layers->[$l];
    if ($l == $#$layers) {
      $delta[$l] = output_delta($cost, $layer->{activation}, $z[$l], $outputs, $targets);
    }
    else {    # step 7: the next layer's deltas come back through the weights to them
      my $forward_weights = $layers->[$l + 1]{weights};
      for my $j (0 .. $#{ $z[$l] }) {
        my $sum = 0;
        for my $k (0 .. $#$forward_weights) {
          $sum += $forward_weights->[$k][$j] * $delta[$l + 1][$k];
        }
        $delta[$l][$j] = $sum * $activation{ $layer->{activation} }[1]->($z[$l][$j]);
      }
    }
    for my $j (0 .. $#{ $delta[$l] }) {
      $layer->{biasGradients}[$j] += $delta[$l][$j];          # step 5: a bias has the input 1
      for my $i (0 .. $#{ $activations[$l - 1] }) {           # step 6
        $layer->{weightGradients}[$j][$i] += $delta[$l][$j] * $activations[$l - 1][$i];
      }
    }
    push @{ $layer->{preActivations} }, $z[$l];
    push @{ $layer->{activations} }, $activations[$l];
    push @{ $layer->{deltas} }, $delta[$l];
  }
  return $sample_cost;
}

# Scales the sums over the batch once, at the end; then step 8, if there is a learning rate
sub scale_and_update {
  my ($layer, $factor, $rate) = @_;
  for my $j (0 .. $#{ $layer->{biases} }) {
    $layer->{biasGradients}[$j] *= $factor;
    for my $i (0 .. $#{ $layer->{weights}[$j] }) {
      $layer->{weightGradients}[$j][$i] *= $factor;
    }
    next if !defined $rate;
    $layer->{updatedBiases}[$j] = $layer->{biases}[$j] - $rate * $layer->{biasGradients}[$j];
    for my $i (0 .. $#{ $layer->{weights}[$j] }) {
      $layer->{updatedWeights}[$j][$i] =
        $layer->{weights}[$j][$i] - $rate * $layer->{weightGradients}[$j][$i];
    }
  }
}

# The protocol: a case in, gradients out.

# Numbers of any nesting; a hex float comes as text
sub numbers {
  my ($value) = @_;
  return [map { numbers($_) } @$value] if ref $value;
  my ($sign, $whole, $fraction, $exponent) =
    $value =~ /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?[0-9]+)$/i
    or return $value + 0;
  return ($sign eq '-' ? -1 : 1) * hex($whole . $fraction) * 2**($exponent - 4 * length $fraction);
}

# 17 digits bring every number back exactly (JSON::PP writes 15); NaN and infinities are text
sub written {
  my ($value) = @_;
  if (ref $value eq 'ARRAY') {
    return '[' . join(', ', map { written($_) } @$value) . ']';
  }
  my $number = sprintf '%.17g', $value;
  return $number =~ /[0-9]/ ? $number : qq("$number");
}

sub transpose {
  my ($rows) = @_;
  my @columns;
  for my $j (0 .. $#$rows) {
    for my $i (0 .. $#{ $rows->[$j] }) {
      $columns[$i][$j] = $rows->[$j][$i];
    }
  }
  return \@columns;
}

my $json = JSON::PP->new->utf8->allow_nonref;

sub answer {
  my ($case) = @_;
  my $start = '{"format": "backprop-gradients-1", "name": ' . $json->encode($case->{name});
  my @unknown = grep { !$activation{$_} } map { $_->{activation} } @{ $case->{layers} };
  push @unknown, grep { !$cost{$_} } $case->{cost};
  push @unknown, grep { !$factor{$_} } $case->{reduction};
  if (@unknown) {
    return $start . ', "unsupported": ' . $json->encode("no $unknown[0]") . '}';
  }
  my $turned = ($case->{weightLayout} || '') eq 'inputs-by-outputs';
  my ($inputs, $targets) = (numbers($case->{inputs}), numbers($case->{targets}));
  my @layers = ({});    # so that layer 1 is the first that has weights
  for my $layer (@{ $case->{layers} }) {
    my ($weights, $biases) = (numbers($layer->{weights}), numbers($layer->{biases}));
    $weights = transpose($weights) if $turned;
    push @layers, { activation => $layer->{activation}, weights => $weights, biases => $biases };
  }
  my $factor = $factor{ $case->{reduction} }->(scalar @$targets, scalar @{ $targets->[0] });
  my $rate = exists $case->{learningRate} ? numbers($case->{learningRate}) : undef;
  my $cost = 0;
  for my $s (0 .. $#$inputs) {
    $cost += backpropagate(\@layers, $case->{cost}, $inputs->[$s], $targets->[$s]);
  }
  my @texts;
  for my $layer (@layers[1 .. $#layers]) {
    scale_and_update($layer, $factor, $rate);
    delete @{$layer}{qw(activation weights biases)};
    for my $name (grep { $turned && exists $layer->{$_} } qw(weightGradients updatedWeights)) {
      $layer->{$name} = transpose($layer->{$name});
    }
    my @fields = map { qq("$_": ) . written($layer->{$_}) } sort keys %$layer;
    push @texts, '{' . join(', ', @fields) . '}';
  }
  $cost = written($cost * $factor);
  return $start . qq(, "cost": $cost, "layers": [) . join(', ', @texts) . ']}';
}

$| = 1;    # send every line at once
while (my $line = <STDIN>) {
  print answer($json->decode($line)), "\n";
}
