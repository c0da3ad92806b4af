# Backpropagation with nothing but for loops, sample by sample. Perl 5 and its core modules.
# $i neuron of the layer before, $j of this layer, $k of the next ("forward") layer.
# $z pre-activations, $a activations, $t targets, @delta ∂cost/∂z: all of one sample.
use strict;
use warnings;
use JSON::PP;
use List::Util qw(max sum);
use POSIX qw(tanh);

# With the exponential that cannot overflow, and 2**-1022 instead of 0, which has no logarithm
sub sigmoid { my ($z) = @_; return ($z < 0 ? exp($z) : 1) / (1 + exp(-abs($z))); }
sub entropy { my ($a, $t) = @_; return -$t * log($a || 2**-1022); }
my %activation = (    # f(z) and f′(z); softmax takes a whole sample and stands in step 2
  'identity'   => [sub { $_[0] }, sub { 1 }],
  'sigmoid'    => [\&sigmoid, sub { sigmoid($_[0]) * sigmoid(-$_[0]) }],
  'tanh'       => [sub { tanh($_[0]) }, sub { 4 * sigmoid(2 * $_[0]) * sigmoid(-2 * $_[0]) }],
  'relu'       => [sub { max($_[0], 0) }, sub { $_[0] > 0 ? 1 : 0 }],
  'leaky-relu' => [sub { max($_[0], 0.01 * $_[0]) }, sub { $_[0] > 0 ? 1 : 0.01 }],
);
my %cost = (          # of one output
  'squared-error'        => sub { my ($a, $t) = @_; ($a - $t)**2 },
  'half-squared-error'   => sub { my ($a, $t) = @_; ($a - $t)**2 / 2 },
  'cross-entropy'        => \&entropy,
  'binary-cross-entropy' => sub { my ($a, $t) = @_; entropy($a, $t) + entropy(1 - $a, 1 - $t) },
);

sub add_sample {      # to all gradients; returns its part of the cost
  my ($layers, $cost, $factor, $a, $t) = @_;
  for my $layer (@$layers) {
    my ($f, $z) = ($layer->{activation}, [@{ $layer->{biases} }]);
    for my $j (0 .. $#$z) {    # step 1: pre-activations
      for my $i (0 .. $#$a) { $z->[$j] += $layer->{weights}[$j][$i] * $a->[$i]; }
    }
    @$layer{'inputs', 'z'} = ($a, $z);
    my @all = map { $f eq 'softmax' ? exp($_ - max(@$z)) : $activation{$f}[0]->($_) } @$z;
    $a = [map { $f eq 'softmax' ? $_ / sum(@all) : $_ } @all];    # step 2: activations
  }
  my ($total, $twice) = ($cost eq 'cross-entropy' ? sum(@$t) : 1, $cost eq 'squared-error' ? 2 : 1);
  my @delta = map { $twice * ($total * $a->[$_] - $t->[$_]) } 0 .. $#$a;    # step 4: output delta, then f′
  for my $l (reverse 0 .. $#$layers) {
    my ($layer, $inputs, $f) = ($layers->[$l], @{ $layers->[$l] }{'inputs', 'activation'});
    my $cancelled = $l == $#$layers && $cost =~ /entropy/;    # its f′
    for my $j (0 .. $#delta) {
      $delta[$j] *= $activation{$f}[1]->($layer->{z}[$j]) if !$cancelled;
      $layer->{biasGradients}[$j] += $factor * $delta[$j];    # step 5: bias gradients
      for my $i (0 .. $#$inputs) {                            # step 6: weight gradients
        $layer->{weightGradients}[$j][$i] += $factor * $delta[$j] * $inputs->[$i];
      }
    }
    my ($forward_weights, @forward_delta) = ($layer->{weights}, splice @delta);
    for my $j (0 .. $#$inputs) {    # step 7: hidden delta of the layer before; f′ comes above
      for my $k (0 .. $#forward_delta) { $delta[$j] += $forward_weights->[$k][$j] * $forward_delta[$k]; }
    }
  }
  return $factor * sum(map { $cost{$cost}->($a->[$_], $t->[$_]) } 0 .. $#$a);    # step 3: cost
}

sub written {    # with 17 digits, which bring every number back
  return ref $_[0] ? '[' . join(',', map { written($_) } @{ $_[0] }) . ']' : sprintf '%.17g', $_[0];
}

$| = 1;          # send every line at once
while (my $line = <STDIN>) {
  my $case = decode_json($line);
  my ($layers, $cost, $reduction, $x, $t) = @$case{qw(layers cost reduction inputs targets)};
  my %factor = ('sum' => 1, 'mean' => 1 / @$t, 'element-mean' => 1 / @$t / @{ $t->[0] });
  my $name = JSON::PP->new->utf8->allow_nonref->encode($case->{name});
  print qq({"format": "backprop-gradients-1", "name": $name, );
  my $alone = ($layers->[-1]{activation} eq 'softmax') != ($cost eq 'cross-entropy');
  print qq("unsupported": "this ending or layout"}\n) and next if $alone || $case->{weightLayout};
  my $total = sum(map { add_sample($layers, $cost, $factor{$reduction}, $x->[$_], $t->[$_]) } 0 .. $#$t);
  my @texts = map { '{"weightGradients": ' . written($_->{weightGradients})
      . ', "biasGradients": ' . written($_->{biasGradients}) . '}' } @$layers;
  print '"cost": ', written($total), ', "layers": [', join(', ', @texts), "]}\n";
}
