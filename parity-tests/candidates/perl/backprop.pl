# Backpropagation with nothing but for loops, sample by sample. Perl 5.30 and its core modules.
# $i neuron of the layer before, $j of this layer, $k of the next ("forward") layer.
# $z pre-activations, $a activations, $t targets, $delta ∂cost/∂z: all of one sample.
use strict;
use warnings;
use FindBin;
use JSON::PP;
use List::Util qw(max sum);
use lib $FindBin::Bin;
use fdlibm qw(exp log tanh);    # the file beside this one, instead of Perl's own

sub sigmoid {    # with the exponential that cannot overflow
  my ($z) = @_;
  return $z < 0 ? exp($z) / (1 + exp($z)) : 1 / (1 + exp(-$z));
}
sub sigmoid_derivative { my ($z) = @_; return sigmoid($z) * sigmoid(-$z); }
sub softmax {    # shifted, because exp($z) could overflow
  my @exponentials = map { exp($_ - max(@_)) } @_;
  return map { $_ / sum(@exponentials) } @exponentials;
}

# $t ln $a and its derivative: both have the limit 0 where $t is 0. Perl does not divide by 0.
sub logarithm { my ($t, $a) = @_; return $t == 0 ? 0 : $t * log($a); }
sub quotient  { my ($t, $a) = @_; return $t == 0 ? 0 : $a == 0 ? $t * 9**9**9 : $t / $a; }

my %activation = (    # f(z) and f′(z); softmax takes a whole sample
  'identity'   => [sub { $_[0] }, sub { 1 }],
  'sigmoid'    => [\&sigmoid, \&sigmoid_derivative],
  'tanh'       => [\&tanh, sub { 4 * sigmoid_derivative(2 * $_[0]) }],
  'relu'       => [sub { $_[0] <= 0 ? 0 : $_[0] }, sub { $_[0] > 0 ? 1 : 0 }],
  'leaky-relu' => [sub { $_[0] > 0 ? $_[0] : 0.01 * $_[0] }, sub { $_[0] > 0 ? 1 : 0.01 }],
);
my %cost = (          # of one output, and its derivative
  'squared-error'      => [sub { my $d = $_[0] - $_[1]; $d * $d }, sub { 2 * ($_[0] - $_[1]) }],
  'half-squared-error' => [sub { my $d = $_[0] - $_[1]; 0.5 * $d * $d }, sub { $_[0] - $_[1] }],
  'cross-entropy'      => [sub { logarithm(-$_[1], $_[0]) }, sub { quotient(-$_[1], $_[0]) }],
  'binary-cross-entropy' => [
    sub { my ($a, $t) = @_; logarithm(-$t, $a) + logarithm($t - 1, 1 - $a) },
    sub { my ($a, $t) = @_; quotient(-$t, $a) + quotient(1 - $t, 1 - $a) } ],
);

sub output_delta {
  my ($f, $cost, $z, $a, $t) = @_;
  my ($ending, @neurons) = ("$f with $cost", 0 .. $#$a);
  return map { $a->[$_] - $t->[$_] } @neurons if $ending eq 'sigmoid with binary-cross-entropy';
  return map { $a->[$_] * sum(@$t) - $t->[$_] } @neurons if $ending eq 'softmax with cross-entropy';
  my @slopes = map { $cost{$cost}[1]->($a->[$_], $t->[$_]) } @neurons;
  return map { $slopes[$_] * $activation{$f}[1]->($z->[$_]) } @neurons if $f ne 'softmax';
  my $jacobian = sub { my ($k, $j) = @_; ($k == $j ? $a->[$k] : 0) - $a->[$k] * $a->[$j] };
  return map { my $j = $_; sum(map { $jacobian->($_, $j) * $slopes[$_] } @neurons) } @neurons;
}

sub add_sample {    # to all gradients; returns its cost
  my ($layers, $cost, $x, $t) = @_;
  my ($a, $z, $f) = ($x);
  for my $layer (@$layers) {
    ($f, $z) = ($layer->{activation}, [map { 0 } @{ $layer->{biases} }]);
    for my $j (0 .. $#$z) {    # step 1: pre-activations
      for my $i (0 .. $#$a) { $z->[$j] += $layer->{weights}[$j][$i] * $a->[$i]; }
      $z->[$j] += $layer->{biases}[$j];
    }    # step 2: activations
    $a = [$f eq 'softmax' ? softmax(@$z) : map { $activation{$f}[0]->($_) } @$z];
    push @{ $layer->{preActivations} }, $z;
    push @{ $layer->{activations} }, $a;
  }
  my @delta = output_delta($f, $cost, $z, $a, $t);    # step 4: output delta
  for my $l (reverse 0 .. $#$layers) {
    my $layer = $layers->[$l];
    my $inputs = $l > 0 ? $layers->[$l - 1]{activations}[-1] : $x;
    push @{ $layer->{deltas} }, [@delta];
    for my $j (0 .. $#delta) {
      $layer->{biasGradients}[$j] += $delta[$j];      # step 5: bias gradients
      for my $i (0 .. $#$inputs) {                    # step 6: weight gradients
        $layer->{weightGradients}[$j][$i] += $delta[$j] * $inputs->[$i];
      }
    }
    last if $l == 0;
    my ($forward_weights, @forward_delta) = ($layer->{weights}, splice @delta);
    ($f, $z) = ($layers->[$l - 1]{activation}, $layers->[$l - 1]{preActivations}[-1]);
    for my $j (0 .. $#$inputs) {    # step 7: hidden delta of the layer before
      for my $k (0 .. $#forward_delta) {
        $delta[$j] += $forward_weights->[$k][$j] * $forward_delta[$k];
      }
      $delta[$j] *= $activation{$f}[1]->($z->[$j]);
    }
  }
  return sum(map { $cost{$cost}[0]->($a->[$_], $t->[$_]) } 0 .. $#$a);    # step 3: cost
}

# What a function gives for each number in lists of lists, or for each two numbers in two of them
sub each_number {
  my ($function, $left, $right) = @_;
  return $function->($left, $right) if !ref $left;
  return [map { each_number($function, $left->[$_], $right && $right->[$_]) } 0 .. $#$left];
}
sub written {    # with 17 digits, which bring every number back; NaN in quotes
  return '[' . join(',', map { written($_) } @{ $_[0] }) . ']' if ref $_[0];
  return abs($_[0]) < 9**9**9 ? sprintf '%.17g', $_[0] : sprintf '"%g"', $_[0];
}
sub transpose {
  my ($rows) = @_;
  return [map { my $i = $_; [map { $_->[$i] } @$rows] } 0 .. $#{ $rows->[0] }];
}

$| = 1;          # send every line at once
while (my $line = <STDIN>) {
  my $case = decode_json($line);
  my ($layers, $cost, $x, $t, $rate) = @$case{qw(layers cost inputs targets learningRate)};
  my %size = ('sum' => 1, 'mean' => scalar @$t, 'element-mean' => @$t * @{ $t->[0] });
  my $factor = 1 / $size{ $case->{reduction} };
  my $turn = $case->{weightLayout} ? \&transpose : sub { $_[0] };
  for my $layer (@$layers) {
    $layer->{weights} = $turn->($layer->{weights});
    $layer->{without} = !$layer->{biases};
    $layer->{biases} ||= [map { 0 } @{ $layer->{weights} }];
    $layer->{weightGradients} = each_number(sub { 0 }, $layer->{weights});
    $layer->{biasGradients} = each_number(sub { 0 }, $layer->{biases});
  }
  my $total = sum(map { add_sample($layers, $cost, $x->[$_], $t->[$_]) } 0 .. $#$t) * $factor;
  for my $layer (@$layers) {
    my ($weights, $biases, $without) = delete @$layer{qw(weights biases without activation)};
    my $scale = sub { $_[0] * $factor };
    my $weight_gradients = each_number($scale, $layer->{weightGradients});
    $layer->{weightGradients} = $turn->($weight_gradients);
    $layer->{biasGradients} = each_number($scale, $layer->{biasGradients});
    if (defined $rate) {
      my $update = sub { $_[0] - $rate * $_[1] };    # step 8: update
      $layer->{updatedWeights} = $turn->(each_number($update, $weights, $weight_gradients));
      $layer->{updatedBiases} = each_number($update, $biases, $layer->{biasGradients});
    }
    delete @$layer{qw(biasGradients updatedBiases)} if $without;
  }
  my @texts;
  for my $layer (@$layers) {
    my @steps = map { qq("$_": ) . written($layer->{$_}) } sort keys %$layer;
    push @texts, '{' . join(', ', @steps) . '}';
  }
  my $name = JSON::PP->new->utf8->allow_nonref->encode($case->{name});
  print qq({"format": "backprop-gradients-1", "name": $name, "cost": ), written($total);
  print ', "layers": [', join(', ', @texts), "]}\n";
}
