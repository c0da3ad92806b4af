# Reads lines such as "exp 3ff0000000000000" and prints the bits of each result.
use strict;
use warnings;
use fdlibm;

my %function = (exp => \&fdlibm::exp, log => \&fdlibm::log, tanh => \&fdlibm::tanh);
while (my $line = <STDIN>) {
  my ($name, $bits) = split ' ', $line;
  my $result = $function{$name}->(unpack 'd>', pack 'H16', $bits);
  print unpack('H16', pack 'd>', $result), "\n";
}
