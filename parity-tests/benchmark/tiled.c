/* The same gradient in C, as fast as its order of sums allows: how far the Java loops are from it.
 *
 * Each sum starts at 0.0 and takes its terms one by one in ascending order, without FMA, as in the
 * textbook loops. A tile of sums stays in registers meanwhile, which Java has no way to say, and the
 * factor that all rows share is packed, so that it is read in the order in which it lies.
 * peers.py compiles this, compares its gradients with NumPy's, and times it, and beside it the limits
 * of the machine: peak() for arithmetic, bandwidth() for memory.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Doubles in a register, and a tile of sums that leaves registers for what is added to them. */
#if defined __AVX512F__
#define LANES 8
#define TILE_ROWS 5
#define TILE_VECTORS 4
#elif defined __AVX__
#define LANES 4
#define TILE_ROWS 5
#define TILE_VECTORS 2
#elif defined __aarch64__
#define LANES 2
#define TILE_ROWS 6
#define TILE_VECTORS 4
#else
#define LANES 2
#define TILE_ROWS 4
#define TILE_VECTORS 2
#endif

#define TILE_COLUMNS (TILE_VECTORS * LANES)
#define TERMS_IN_CACHE 256

#define ROWS_IN_CACHE (TILE_ROWS * 16)
#define MOST_COLUMNS 4096

typedef double vector __attribute__((vector_size(8 * LANES), aligned(8)));

typedef struct {
  int inputs, outputs, inputs_apart, outputs_apart; /* apart: entries from a row to the next */
  double *weights, *turned, *biases;                /* [j][i], [i][j], [j] */
  double *activations, *slopes, *delta;             /* [s][j] */
  double *weight_gradients, *bias_gradients;        /* [j][i], [j] */
} layer;

typedef struct {
  int depth, samples;
  double *inputs, *targets; /* [s][i], [s][j] */
  layer *layers;            /* 1..depth */
} network;

static double *zeros(long rows, long apart) {
  size_t bytes = (size_t)((rows + TILE_ROWS) * apart + TILE_COLUMNS) * sizeof(double);
  double *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  memset(memory, 0, bytes);
  return memory;
}

/* Whole tiles and one cache line more: rows that do not compete for the same places in the cache. */
static int apart(int entries) {
  return (entries + TILE_COLUMNS - 1) / TILE_COLUMNS * TILE_COLUMNS + 8;
}

/* Terms of one tile of sums, from the first on or after those that are there; times the factor. */
static inline __attribute__((always_inline)) void tile(int first, int terms, double factor,
                                                       double *result, int result_apart,
                                                       const double *left, const double *right) {
  vector sums[TILE_ROWS][TILE_VECTORS];
  for (int r = 0; r < TILE_ROWS; r++)
    for (int c = 0; c < TILE_VECTORS; c++)
      sums[r][c] = first ? (vector){0.0} : *(vector *)(result + (long)r * result_apart + c * LANES);
  for (int q = 0; q < terms; q++, left += TILE_ROWS, right += TILE_COLUMNS) {
    vector term[TILE_VECTORS];
    for (int c = 0; c < TILE_VECTORS; c++) {
      term[c] = *(vector *)(right + c * LANES);
      __asm__("" : "+x"(term[c])); /* read once for all rows */
    }
    for (int r = 0; r < TILE_ROWS; r++)
      for (int c = 0; c < TILE_VECTORS; c++) sums[r][c] += left[r] * term[c];
  }
  for (int r = 0; r < TILE_ROWS; r++)
    for (int c = 0; c < TILE_VECTORS; c++)
      *(vector *)(result + (long)r * result_apart + c * LANES) = sums[r][c] * factor;
}

/* result = left * right * factor; left(r, q) is left[r * by_row + q * by_term]. */
static void product(double *result, int result_apart, const double *left, long by_row,
                    long by_term, const double *right, int right_apart, int rows, int terms,
                    int columns, double factor) {
  static double lefts[ROWS_IN_CACHE * TERMS_IN_CACHE] __attribute__((aligned(64)));
  static double rights[TERMS_IN_CACHE * MOST_COLUMNS] __attribute__((aligned(64)));
  for (int q = 0; q < terms; q += TERMS_IN_CACHE) {
    int count = terms - q < TERMS_IN_CACHE ? terms - q : TERMS_IN_CACHE;
    for (int c = 0; c < columns; c += TILE_COLUMNS)
      for (int k = 0; k < count; k++)
        memcpy(rights + (long)c * count + k * TILE_COLUMNS, right + (long)(q + k) * right_apart + c,
               TILE_COLUMNS * sizeof(double));
    for (int r = 0; r < rows; r += ROWS_IN_CACHE) {
      int end = rows - r < ROWS_IN_CACHE ? rows : r + ROWS_IN_CACHE;
      for (int t = r; t < end; t += TILE_ROWS)
        for (int k = 0; k < count; k++)
          for (int row = t; row < t + TILE_ROWS; row++)
            lefts[(t - r) * count + k * TILE_ROWS + row - t] =
                left[row * by_row + (q + k) * by_term];
      for (int c = 0; c < columns; c += TILE_COLUMNS)
        for (int t = r; t < end; t += TILE_ROWS)
          tile(q == 0, count, q + count < terms ? 1.0 : factor, result + (long)t * result_apart + c, result_apart,
               lefts + (t - r) * count, rights + (long)c * count);
    }
  }
}

/* Multiplications and additions that wait for nothing; how many there were. */
double peak(long rounds) {
  enum { CHAINS = 6 };
  volatile double given = 1.0;
  vector factor = (vector){0.0} + given, term = factor, products[CHAINS], sums[CHAINS];
  for (int k = 0; k < CHAINS; k++) products[k] = sums[k] = (vector){0.0} + k;
  for (long round = 0; round < rounds; round++)
    for (int k = 0; k < CHAINS; k++) {
      products[k] *= factor;
      sums[k] += term;
    }
  vector all = {0.0};
  for (int k = 0; k < CHAINS; k++) all += products[k] + sums[k];
  given = all[0];
  return 2.0 * CHAINS * LANES * rounds;
}

/* Reads and writes memory that no cache holds; how many bytes. */
double bandwidth(long rounds) {
  enum { ENTRIES = 16 << 20 };
  static double *memory;
  if (!memory) memory = zeros(1, ENTRIES);
  for (long round = 0; round < rounds; round++)
    for (long k = 0; k < ENTRIES; k++) memory[k] += 1.0;
  return 2.0 * sizeof(double) * ENTRIES * rounds;
}

/* exp(x) for x from -700 to 0 to about the last digit, in operations that a compiler does by vectors:
 * exp(x) = 2^k exp(r), and the series of exp(r), |r| <= ln 2 / 2, ends with its 13th power. */
static inline double exponential(double x) {
  const double rounding = 0x1.8p52;
  double shifted = x * 0x1.71547652b82fep0 + rounding, k = shifted - rounding;
  double r = x - k * 0x1.62e42feep-1 - k * 0x1.a39ef35793c76p-33, series = 1.0;
  for (int power = 13; power > 0; power--) series = 1.0 + series * r * (1.0 / power);
  long bits;
  memcpy(&bits, &shifted, sizeof bits);
  bits = (bits + 1023) << 52;
  double scale;
  memcpy(&scale, &bits, sizeof scale);
  return series * scale;
}

static void sigmoid(layer *l, int s) {
  double *restrict a = l->activations + (long)s * l->outputs_apart;
  double *restrict slopes = l->slopes + (long)s * l->outputs_apart;
  const double *restrict biases = l->biases;
  for (int j = 0; j < l->outputs; j++) {
    double z = a[j] + biases[j], size = fabs(z) < 700.0 ? fabs(z) : 700.0;
    double small = exponential(-size), upper = 1.0 / (1.0 + small), lower = small * upper;
    a[j] = z < 0.0 ? lower : upper;
    slopes[j] = upper * lower;
  }
}

static double softmax(layer *l, int s, const double *targets) {
  double *a = l->activations + (long)s * l->outputs_apart;
  double maximum = -INFINITY, sum = 0.0, cost = 0.0;
  for (int j = 0; j < l->outputs; j++) {
    a[j] += l->biases[j];
    maximum = a[j] > maximum ? a[j] : maximum;
  }
  for (int j = 0; j < l->outputs; j++) sum += a[j] = exp(a[j] - maximum);
  for (int j = 0; j < l->outputs; j++) {
    double target = targets[s * l->outputs + j];
    a[j] /= sum;
    if (target != 0.0) cost -= target * log(a[j]);
    l->delta[(long)s * l->outputs_apart + j] = a[j] - target;
  }
  return cost;
}

static void gradients(network *n, layer *l, const double *before) {
  double factor = 1.0 / n->samples;
  memset(l->bias_gradients, 0, l->outputs * sizeof(double));
  for (int s = 0; s < n->samples; s++)
    for (int j = 0; j < l->outputs; j++)
      l->bias_gradients[j] += l->delta[(long)s * l->outputs_apart + j];
  for (int j = 0; j < l->outputs; j++) l->bias_gradients[j] *= factor;
  product(l->weight_gradients, l->inputs_apart, l->delta, 1, l->outputs_apart, before,
          l->inputs_apart, l->outputs, n->samples, l->inputs, factor);
}

/* Steps 1 to 7; the cost. */
double compute(network *n) {
  double cost = 0.0;
  for (int k = 1; k <= n->depth; k++) {
    layer *l = n->layers + k;
    const double *before = k == 1 ? n->inputs : n->layers[k - 1].activations;
    product(l->activations, l->outputs_apart, before, l->inputs_apart, 1, l->turned,
            l->outputs_apart, n->samples, l->inputs, l->outputs, 1.0);
    for (int s = 0; s < n->samples; s++)
      if (k < n->depth) sigmoid(l, s);
      else cost += softmax(l, s, n->targets);
  }
  for (int k = n->depth; k >= 1; k--) {
    layer *l = n->layers + k, *next = l + 1;
    if (k < n->depth) {
      product(l->delta, l->outputs_apart, next->delta, next->outputs_apart, 1, next->weights,
              next->inputs_apart, n->samples, next->outputs, l->outputs, 1.0);
      for (long j = 0; j < (long)n->samples * l->outputs_apart; j++) l->delta[j] *= l->slopes[j];
    }
    gradients(n, l, k == 1 ? n->inputs : n->layers[k - 1].activations);
  }
  return cost / n->samples;
}

void compute_often(network *n, int times) {
  while (times-- > 0) compute(n);
}

network *make(int depth, const int *widths, int samples, const double *inputs,
              const double *targets) {
  network *n = malloc(sizeof(network));
  n->depth = depth;
  n->samples = samples;
  n->inputs = zeros(samples, apart(widths[0]));
  for (int s = 0; s < samples; s++)
    memcpy(n->inputs + (long)s * apart(widths[0]), inputs + (long)s * widths[0],
           widths[0] * sizeof(double));
  n->targets = zeros(samples, widths[depth]);
  memcpy(n->targets, targets, (size_t)samples * widths[depth] * sizeof(double));
  n->layers = calloc(depth + 1, sizeof(layer));
  for (int k = 1; k <= depth; k++) {
    layer *l = n->layers + k;
    l->inputs = widths[k - 1];
    l->outputs = widths[k];
    l->inputs_apart = apart(l->inputs);
    l->outputs_apart = apart(l->outputs);
    l->weights = zeros(l->outputs, l->inputs_apart);
    l->turned = zeros(l->inputs, l->outputs_apart);
    l->biases = zeros(1, l->outputs);
    l->activations = zeros(samples, l->outputs_apart);
    l->slopes = zeros(samples, l->outputs_apart);
    l->delta = zeros(samples, l->outputs_apart);
    l->weight_gradients = zeros(l->outputs, l->inputs_apart);
    l->bias_gradients = zeros(1, l->outputs);
  }
  return n;
}

void load(network *n, int k, const double *weights, const double *biases) {
  layer *l = n->layers + k;
  memcpy(l->biases, biases, l->outputs * sizeof(double));
  for (int j = 0; j < l->outputs; j++)
    for (int i = 0; i < l->inputs; i++)
      l->weights[(long)j * l->inputs_apart + i] = l->turned[(long)i * l->outputs_apart + j] =
          weights[(long)j * l->inputs + i];
}

void read_gradients(network *n, int k, double *weight_gradients, double *bias_gradients) {
  layer *l = n->layers + k;
  memcpy(bias_gradients, l->bias_gradients, l->outputs * sizeof(double));
  for (int j = 0; j < l->outputs; j++)
    memcpy(weight_gradients + (long)j * l->inputs, l->weight_gradients + (long)j * l->inputs_apart,
           l->inputs * sizeof(double));
}
