# Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.
# After each: backprop follow --command 'perl solution.pl'
#
# One sample at a time, with nothing but for loops. $i is a neuron of the layer before, $j of this
# layer, $k of the next ("forward") layer. Lists are handed over as references: read $inputs->[$i],
# return \@delta.
use strict;
use warnings FATAL => 'all', NONFATAL => 'utf8';    # what Perl warns of stops a function
use IO::Handle;
use JSON::PP;
use Scalar::Util 'looks_like_number';
use Storable 'dclone';

# Chapter 1 · derivative
# Nothing to write: this program can already answer.

# Chapter 2 · one neuron
# Returns the number z, which is
# weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
sub pre_activation {
  my ($weights, $inputs, $bias) = @_;    # $weights->[$i], $inputs->[$i]
  my $sum = 0;
  for my $i (0 .. $#$inputs) {
    $sum += $weights->[$i] * $inputs->[$i];
  }
  return $sum + $bias;
}

# Returns the number f(z) = 1 / (1 + exp(-z)).
sub sigmoid {
  my ($z) = @_;
  if ($z < 0) {    # exp of a large -z overflows; exp(z) cannot
    return exp($z) / (1 + exp($z));
  }
  return 1 / (1 + exp(-$z));
}

# Chapter 3 · a layer
# Returns the list of z: for every neuron j its weights[j] and biases[j],
# and the same inputs.
sub pre_activations {
  my ($weights, $inputs, $biases) = @_;    # [$j][$i], [$i], [$j]
  my @z;
  for my $j (0 .. $#$biases) {
    $z[$j] = pre_activation($weights->[$j], $inputs, $biases->[$j]);
  }
  return \@z;
}

# Chapter 4 · output delta
# Returns the number ½(a - t)², added up over the outputs j.
sub cost {
  my ($activations, $targets) = @_;    # $activations->[$j], $targets->[$j]
  my $sum = 0;
  for my $j (0 .. $#$targets) {
    $sum += ($activations->[$j] - $targets->[$j])**2 / 2;
  }
  return $sum;
}

# Returns the number f′(z), the slope of the sigmoid at z.
sub sigmoid_derivative {
  my ($z) = @_;
  return sigmoid($z) * (1 - sigmoid($z));
}

# Returns the list of (a - t) * f′(z), one for every output j.
sub output_delta {
  my ($pre_activations, $activations, $targets) = @_;    # each [$j]
  my @delta;
  for my $j (0 .. $#$targets) {
    my $difference = $activations->[$j] - $targets->[$j];
    $delta[$j] = $difference * sigmoid_derivative($pre_activations->[$j]);
  }
  return \@delta;
}

# Chapter 5 · bias and weight gradients
# Returns the list of delta * 1, one for every neuron j.
sub bias_gradients {
  my ($delta) = @_;    # $delta->[$j]
  my @gradients;
  for my $j (0 .. $#$delta) {
    $gradients[$j] = $delta->[$j] * 1;
  }
  return \@gradients;
}

# Returns a list of lists like the weights, [j][i]: delta * input.
sub weight_gradients {
  my ($delta, $inputs) = @_;    # $delta->[$j], $inputs->[$i]
  my @gradients;
  for my $j (0 .. $#$delta) {
    for my $i (0 .. $#$inputs) {
      $gradients[$j][$i] = $delta->[$j] * $inputs->[$i];
    }
  }
  return \@gradients;
}

# Chapter 6 · hidden delta
# Returns the list of (sum over k of forward weight * forward delta) * f′(z),
# for every neuron j: the weights are [k][j], the forward deltas [k], z [j].
sub hidden_delta {
  my ($forward_weights, $forward_delta, $pre_activations) = @_;
  my @delta;
  for my $j (0 .. $#$pre_activations) {
    my $sum = 0;
    for my $k (0 .. $#$forward_delta) {
      $sum += $forward_weights->[$k][$j] * $forward_delta->[$k];
    }
    $delta[$j] = $sum * sigmoid_derivative($pre_activations->[$j]);
  }
  return \@delta;
}

# Chapter 7 · the slot rule
# Returns a list of lists in which rows have become columns:
# what was [j][i] is [i][j].
sub transpose {
  my ($rows) = @_;
  my @columns;
  for my $j (0 .. $#$rows) {
    for my $i (0 .. $#{ $rows->[0] }) {
      $columns[$i][$j] = $rows->[$j][$i];
    };
  }
  return \@columns;
}

# Chapter 8 · batches
# Returns one number for the whole batch: the sum of the terms, one from each
# sample, times 1 for "sum", 1/N for "mean", 1/(N * outputs) for
# "element-mean". N is the number of samples.
sub reduced {
  my ($terms, $reduction, $outputs) = @_;    # $terms->[$s], a text, a number
  my $sum = 0;
  for my $s (0 .. $#$terms) {
    $sum += $terms->[$s];
  }
  my $size = @$terms;
  my $elements = $size * $outputs;
  my %factor =
    ('sum' => 1, 'mean' => 1 / $size, 'element-mean' => 1 / $elements);
  return $sum * $factor{$reduction};
}

# Chapter 9 · learning
# Returns the list of parameter - learning rate * gradient.
sub updated {
  my ($parameters, $gradients, $learning_rate) = @_;    # [$n], [$n], number
  my @values;
  for my $n (0 .. $#$parameters) {
    $values[$n] = $parameters->[$n] - $learning_rate * $gradients->[$n];
  }
  return \@values;
}

# The matrix track · multiply
# Returns the product, a list of lists:
# [r][c] is the sum over q of left[r][q] * right[q][c].
sub multiply {
  my ($left, $right) = @_;    # $left->[$r][$q], $right->[$q][$c]
  my @product;
  for my $r (0 .. $#$left) {
    for my $c (0 .. $#{ $right->[0] }) {
      my $sum = 0;
      for my $q (0 .. $#$right) {
        $sum += $left->[$r][$q] * $right->[$q][$c];
      }
      $product[$r][$c] = $sum;
    }
  }
  return \@product;
}

# Ready: nothing is left to write from here on. It reads questions, calls the functions above,
# and answers with whatever they return so far.
my (%problems, @problems);    # why a function gives nothing to the question at hand
my $left_out = $ENV{BACKPROP_LEAVE_OUT};    # 'backprop follow' wants to know who is called

sub tried {    # what a function returns, if it has these sizes
  my ($name, $sizes, @arguments) = @_;
  mark("calling $name");
  return nothing($name, kind => 'left-out') if grep { $_ eq $name } split ' ', $left_out || '';
  my $line;
  my $value = eval {
    local $SIG{__DIE__} = sub { $line = (caller)[2] };
    scalar main->can($name)->(@{ dclone(\@arguments) });
  };
  my $message = $@;
  mark("back from $name");
  return nothing($name, stopped($message, $line)) if $message;
  return nothing($name, kind => 'returned-nothing') if !defined $value;
  return fits($value, @$sizes) ? $value : nothing($name, misfit($value, @$sizes));
}

sub mark {
  my ($text) = @_;
  print STDERR "backprop: $text\n" if defined $left_out;
}

sub nothing {
  my ($name, %problem) = @_;
  push @problems, { function => $name, %problem } if !$problems{$name}++;
  return undef;
}

sub stopped {
  my ($message, $line) = @_;
  $message =~ s/ at \S+ line \d+(?:, <\w+> line \d+)?\.?\n\z//;
  return (kind => 'stopped', message => $message, line => $line);
}

sub fits {    # no size is a number, 2 a list of 2 numbers, 2 and 3 are 2 lists of 3
  my ($value, $size, @sizes) = @_;
  return looks_like_number($value) if !defined $size;
  return ref $value eq 'ARRAY' && @$value == $size && !grep { !fits($_, @sizes) } @$value;
}

sub misfit {
  my ($value, @sizes) = @_;
  my @problem = (kind => 'unfit', message => spelled($value), sizes => \@sizes);
  return @problem if !@sizes;
  return (@problem, advice => 'return a reference, such as \@list') if ref $value ne 'ARRAY';
  my $found = sizes_of(@$value);
  return $found eq join(' x ', @sizes) ? @problem : (@problem, found => $found);
}

sub sizes_of {    # 2 x 3, or 2 x 3 or 4 if the rows differ
  my @rows = @_;
  my %known;
  my @widths = grep { !$known{$_}++ } map { scalar @$_ } grep { ref $_ eq 'ARRAY' } @rows;
  return @rows . (@widths ? ' x ' . join(' or ', @widths) : '');
}

sub spelled {    # as much as has room in a sentence
  my ($value, $depth) = (@_, 0);
  return 'undef' if !defined $value;
  return looks_like_number($value) || ref $value ? "$value" : qq("$value")
    if ref $value ne 'ARRAY' || $depth > 3;
  my $text = '[' . join(', ', map { spelled($_, $depth + 1) } @$value) . ']';
  $text =~ s/^(.{1,60},).*/$1 \x{2026}/s if $depth == 0 && length $text > 60;
  return $text;
}

sub one_sample {
  my ($layers, $inputs, $targets) = @_;
  my @steps = map { {} } @$layers;
  my $a = $inputs;
  for my $l (0 .. $#steps) {
    my ($weights, $biases, $step) = (@{ $layers->[$l] }{ 'weights', 'biases' }, $steps[$l]);
    $step->{inputs} = $a;
    my $z;
    if (@$biases == 1) {
      my $only = tried('pre_activation', [], $weights->[0], $a, $biases->[0]);
      $z = [$only] if defined $only;
    } else {
      $z = tried('pre_activations', [scalar @$biases], $weights, $a, $biases);
    }
    return @steps if !defined $z;
    $step->{preActivations} = $z;
    $a = [map { tried('sigmoid', [], $_) } @$z];
    return @steps if grep { !defined } @$a;
    $step->{activations} = $a;
  }
  $steps[-1]{cost} = tried('cost', [], $a, $targets);
  my $delta = tried('output_delta', [scalar @$targets], $steps[-1]{preActivations}, $a, $targets);
  for my $l (reverse 0 .. $#steps) {
    my $step = $steps[$l];
    return @steps if !defined $delta;
    $step->{deltas} = $delta;
    my ($outputs, $inputs) = (scalar @$delta, $step->{inputs});
    $step->{biasGradients} = tried('bias_gradients', [$outputs], $delta);
    $step->{weightGradients} =
      tried('weight_gradients', [$outputs, scalar @$inputs], $delta, $inputs);
    last if $l == 0;
    my ($forward_weights, $before) = ($layers->[$l]{weights}, $steps[ $l - 1 ]{preActivations});
    $delta = tried('hidden_delta', [scalar @$before], $forward_weights, $delta, $before);
  }
  return @steps;
}

sub batch {    # of one number from each sample, or of lists of them
  my ($reduction, $outputs, @samples) = @_;
  return if grep { !defined } @samples;
  return $samples[0] if @samples == 1 && $reduction eq 'sum';
  return tried('reduced', [], \@samples, $reduction, $outputs) if !ref $samples[0];
  my @all;
  for my $n (0 .. $#{ $samples[0] }) {
    $all[$n] = batch($reduction, $outputs, map { $_->[$n] } @samples);
    return if !defined $all[$n];
  }
  return \@all;
}

sub answer {
  my ($case) = @_;
  my ($layers, $reduction, $targets) = @$case{ 'layers', 'reduction', 'targets' };
  my $turned = ($case->{weightLayout} || '') eq 'inputs-by-outputs';
  my $turn = sub {
    my ($rows) = @_;
    return $rows if !$turned || !defined $rows;
    return tried('transpose', [scalar @{ $rows->[0] }, scalar @$rows], $rows);
  };
  $_->{weights} = $turn->($_->{weights}) for @$layers;
  my @answer = map { {} } @$layers;
  return \@answer if grep { !defined $_->{weights} } @$layers;
  my @samples = map { [one_sample($layers, $case->{inputs}[$_], $targets->[$_])] } 0 .. $#$targets;
  my $outputs = @{ $targets->[0] };
  my $cost = batch($reduction, $outputs, map { $_->[-1]{cost} } @samples);
  for my $l (0 .. $#answer) {
    my $layer = $answer[$l];
    for my $name ('preActivations', 'activations', 'deltas') {
      my @rows = map { $_->[$l]{$name} } @samples;
      $layer->{$name} = \@rows if !grep { !defined } @rows;
    }
    my $biases = batch($reduction, $outputs, map { $_->[$l]{biasGradients} } @samples);
    my $weights = batch($reduction, $outputs, map { $_->[$l]{weightGradients} } @samples);
    my $rate = $case->{learningRate};
    if (defined $rate && defined $biases && defined $weights) {
      my ($old, $old_biases) = @{ $layers->[$l] }{ 'weights', 'biases' };
      my $update = sub { tried('updated', [scalar @{ $_[0] }], @_, $rate) };
      my @rows = map { $update->($old->[$_], $weights->[$_]) } 0 .. $#$old;
      $layer->{updatedBiases} = $update->($old_biases, $biases);
      $layer->{updatedWeights} = $turn->(\@rows) if !grep { !defined } @rows;
    }
    $layer->{biasGradients} = $biases;
    $layer->{weightGradients} = $turn->($weights);
  }
  return \@answer, $cost;
}

sub written {    # with 17 digits, which bring every number back
  my ($value) = @_;
  return '"NaN"' if !defined $value;
  return '[' . join(', ', map { written($_) } @$value) . ']' if ref $value;
  my $text = sprintf '%.17g', $value;
  return $text =~ /[a-df-z]/i ? qq("$text") : $text;
}

sub not_known {    # why this program cannot answer; teach it more, and say less here
  my ($case) = @_;
  my @names = ((map { $_->{activation} } @{ $case->{layers} }), $case->{cost});
  my ($other) = grep { !/^(?:sigmoid|half-squared-error)$/ } @names;
  return defined $other ? "no $other" : undef;
}

open my $answers, '>&', \*STDOUT or die "no standard output: $!\n";
open STDOUT, '>&', \*STDERR or die "no standard error: $!\n";    # what you print is no answer
$_->autoflush(1) for $answers, \*STDOUT;
while (my $line = <STDIN>) {
  my $case = decode_json($line);
  my $name = JSON::PP->new->utf8->allow_nonref->encode($case->{name});
  my $beginning = qq({"format": "backprop-gradients-1", "name": $name, );
  my $reason = exists $case->{matrices} ? undef : not_known($case);
  if (defined $reason) {
    print $answers qq($beginning"unsupported": "$reason"}\n);
    next;
  }
  %problems = ();
  @problems = ();
  mark("asked $case->{name}");
  if (exists $case->{matrices}) {    # the matrix track asks for one function's value
    my $matrix = tried($case->{function}, $case->{sizes}, @{ $case->{matrices} });
    my $rows = defined $matrix ? '"matrix": ' . written($matrix) : undef;
    my $why = @problems ? '"problems": ' . encode_json(\@problems) : undef;
    print $answers qq({"name": $name, ), join(', ', grep { defined } $rows, $why), "}\n";
    next;
  }
  my ($layers, $cost) = answer($case);
  my @texts;
  for my $layer (@$layers) {
    my @names = grep { defined $layer->{$_} } sort keys %$layer;
    push @texts, '{' . join(', ', map { qq("$_": ) . written($layer->{$_}) } @names) . '}';
  }
  my $total = defined $cost ? '"cost": ' . written($cost) . ', ' : '';
  print $answers qq($beginning$total"layers": [), join(', ', @texts), ']',
    @problems ? ', "problems": ' . encode_json(\@problems) : '', "}\n";
}
