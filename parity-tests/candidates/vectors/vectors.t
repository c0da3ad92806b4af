# Holds a program against the vendored vectors, without a JDK: prove vectors.t
use strict; use warnings;
use IPC::Open2; use JSON::PP; use Test::More;
my $program = $ENV{PROGRAM} // 'perl backprop.pl';
open my $file, '<', $ENV{VECTORS} // 'golden.jsonl' or die "no vectors: $!";
my $json = JSON::PP->new;
my $process = open2(my $answers, my $cases, $program);

sub differences {
    my ($answer, $expected, $allowed) = @_;
    return map { differences($answer->{$_}, $expected->{$_}, $allowed->{$_}) } grep { exists $answer->{$_} && !/^(name|format)$/ } keys %$allowed
        if ref $allowed eq 'HASH';
    return map { differences($answer->[$_], $expected->[$_], $allowed->[$_]) } 0 .. $#$allowed if ref $allowed eq 'ARRAY';
    return abs($answer - $expected) <= $allowed ? () : "expected $expected, found $answer";
}
while (my $line = <$file>) {
    my $vector = $json->decode($line);
    print $cases $line =~ /"case":(.*),"expected":/, "\n";  # as it stands: Perl would print only 15 digits
    my $answer = $json->decode(scalar <$answers>);
    SKIP: {
        skip $answer->{unsupported}, 1 if defined $answer->{unsupported};
        is_deeply([differences($answer, @$vector{qw(expected allowed)})], [], $vector->{case}{name});
    }
}
done_testing;
