// Holds a program against the vendored vectors, without a JDK: cc -o vectors vectors.c -lm && ./vectors golden-plain.txt
#define main program
#include "backprop.c"
#undef main
#include <stdlib.h>

int main(int count, char **arguments) {
  static char line[1 << 20], expected[1 << 20], allowed[1 << 20];
  FILE *vectors = fopen(count > 1 ? arguments[1] : "golden-plain.txt", "r");
  int number = 0, agree = 0, wrong = 0;
  while (vectors && fgets(line, sizeof line, vectors) && fgets(expected, sizeof expected, vectors) && fgets(allowed, sizeof allowed, vectors)) {
    FILE *in = tmpfile(), *out = tmpfile();
    number++, fputs(line, in), rewind(in), answer(in, out), rewind(out);
    char *found = fgets(line, sizeof line, out), *e = expected + strcspn(expected, " "), *a = allowed + strcspn(allowed, " ");
    fclose(in), fclose(out), strtod(e, &e), strtod(a, &a);  // this program computes no cost
    if (!found || strncmp(found, "gradients ? ", 12) != 0) continue;
    int right = 1;
    for (found += 11; *found != '\n' && *e != '\n'; ) right &= fabs(strtod(found, &found) - strtod(e, &e)) <= strtod(a, &a);
    if (!right || *found != *e) printf("case %d disagrees\n", number), wrong++; else agree++;
  }
  printf("%d cases agree, %d disagree\n", agree, wrong);
  return wrong > 0 || agree == 0;
}
