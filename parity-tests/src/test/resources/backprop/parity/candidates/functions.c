/* Reads lines such as "exp 3ff0000000000000" and prints the bits of each result. */
#include <stdio.h>
#include <string.h>
#include "fdlibm.h"

int main(void) {
  char name[8];
  unsigned long long bits;
  while (scanf("%7s %llx", name, &bits) == 2) {
    double argument, result;
    memcpy(&argument, &bits, sizeof bits);
    if (strcmp(name, "exp") == 0) result = exact_exp(argument);
    else if (strcmp(name, "log") == 0) result = exact_log(argument);
    else result = exact_tanh(argument);
    memcpy(&bits, &result, sizeof bits);
    printf("%016llx\n", bits);
  }
  return 0;
}
