// Backpropagation in loops, asked in the plain protocol. Build: cc -O1 -o backprop backprop.c -lm
#include <math.h>
#include <stdio.h>
#include <string.h>
#define FOR(x, first, end) for (int x = first; x < (end); x++)
static double w[9][64][64], dw[9][64][64], a[9][64], d[9][64], t[64];  // a bias is one more weight, of an input that is 1
// identity, sigmoid, tanh, relu by their first letters; the slope f'(z) is told by a = f(z)
static double value(char f, double z) { return f == 's' ? 1 / (1 + exp(-z)) : f == 't' ? tanh(z) : f == 'r' && z < 0 ? 0 : z; }
static double slope(char f, double a) { return f == 's' ? a * (1 - a) : f == 't' ? 1 - a * a : f == 'r' ? a > 0 : 1; }
static double number(FILE *in) { double x; return fscanf(in, "%lf", &x) == 1 ? x : NAN; }
int answer(FILE *in, FILE *out) {  // 0 at the end of the input, or if the network is too large
  int depth, samples, n[9], biased[9]; char cost[32], reduction[32], f[9][16];
  if (fscanf(in, " plain-1 %d %d %31s %31s %*f %d", &depth, &samples, cost, reduction, n) != 5 || depth > 8) return 0;
  int known = strstr(cost, "squared-error") && memset(dw, 0, sizeof dw);
  FOR(l, 1, depth + 1) {
    if (fscanf(in, "%d %15s %d", &n[l], f[l], &biased[l]) != 3 || n[l] > 63 || n[l - 1] > 63) return 0;
    known = known && strstr("identity sigmoid tanh relu", f[l]);
    FOR(j, 0, n[l]) FOR(i, 0, n[l - 1]) w[l][j][i] = number(in);
    FOR(j, 0, n[l]) w[l][j][n[l - 1]] = biased[l] ? number(in) : 0;
  }
  double factor = !strcmp(reduction, "sum") ? 1 : 1.0 / samples / (!strcmp(reduction, "mean") ? 1 : n[depth]);
  FOR(s, 0, samples) {
    FOR(i, 0, n[0] + n[depth]) *(i < n[0] ? &a[0][i] : &t[i - n[0]]) = number(in);
    FOR(l, 1, depth + 1) {
      a[l - 1][n[l - 1]] = 1;
      FOR(j, 0, n[l]) { double z = 0; FOR(i, 0, n[l - 1] + 1) z += w[l][j][i] * a[l - 1][i]; a[l][j] = value(f[l][0], z); }
    }
    for (int l = depth; l >= 1; l--) FOR(j, 0, n[l]) {
      double back = l == depth ? (cost[0] == 's' ? 2 : 1) * (a[l][j] - t[j]) : 0;
      if (l < depth) FOR(k, 0, n[l + 1]) back += w[l + 1][k][j] * d[l + 1][k];
      d[l][j] = back * slope(f[l][0], a[l][j]);
      FOR(i, 0, n[l - 1] + 1) dw[l][j][i] += d[l][j] * a[l - 1][i] * factor;
    }
  }
  fprintf(out, known ? "gradients ?" : "unsupported");
  FOR(l, 1, known ? depth + 1 : 0) FOR(q, 0, n[l] * (n[l - 1] + biased[l]))  // the weights row by row, then the biases
    fprintf(out, " %.17g", q < n[l] * n[l - 1] ? dw[l][q / n[l - 1]][q % n[l - 1]] : dw[l][q - n[l] * n[l - 1]][n[l - 1]]);
  return fprintf(out, "\n"), fflush(out) == 0;
}
int main(void) { while (answer(stdin, stdout)) {} }
