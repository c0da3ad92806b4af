/* The same gradient in C, as fast as its order of sums allows: how far the Java loops are from it.
 *
 * Each sum starts at 0.0 and takes its terms one by one in ascending order, without FMA, as in the
 * textbook loops. A tile of 4 x 32 sums stays in registers meanwhile, which Java has no way to say.
 * peers.py compiles this, compares its gradients with NumPy's, and times it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LANES 8
#define TILE_ROWS 4
#define TILE_VECTORS 4
#define TERMS_IN_CACHE 256

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
  size_t bytes = (size_t)(rows * apart + TILE_VECTORS * LANES) * sizeof(double);
  double *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  memset(memory, 0, bytes);
  return memory;
}

/* Whole vectors, odd in number: rows that do not compete for the same places in the cache. */
static int apart(int entries) {
  int vectors = (entries + LANES - 1) / LANES;
  return (vectors % 2 == 0 ? vectors + 1 : vectors) * LANES;
}

/* Terms q to end of one tile; left(r, q) is left[r * by_row + q * by_term]. */
static inline __attribute__((always_inline)) void tile(
    int rows, int vectors, double *result, int result_apart, const double *left, long by_row,
    long by_term, const double *right, int right_apart, int q, int end) {
  vector sums[TILE_ROWS][TILE_VECTORS];
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < vectors; c++)
      sums[r][c] = q == 0 ? (vector){0.0} : *(vector *)(result + r * result_apart + c * LANES);
  for (; q < end; q++)
    for (int r = 0; r < rows; r++)
      for (int c = 0; c < vectors; c++)
        sums[r][c] += left[r * by_row + q * by_term]
                      * *(vector *)(right + (long)q * right_apart + c * LANES);
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < vectors; c++)
      *(vector *)(result + r * result_apart + c * LANES) = sums[r][c];
}

static void product(double *result, int result_apart, const double *left, long by_row,
                    long by_term, const double *right, int right_apart, int rows, int terms,
                    int columns) {
  int all = (columns + LANES - 1) / LANES;
  for (int q = 0; q < terms; q += TERMS_IN_CACHE) {
    int end = q + TERMS_IN_CACHE < terms ? q + TERMS_IN_CACHE : terms;
    for (int c = 0; c < all; c += TILE_VECTORS)
      for (int r = 0; r < rows; r += TILE_ROWS) {
        double *to = result + (long)r * result_apart + c * LANES;
        const double *from = left + r * by_row, *by = right + c * LANES;
        int height = rows - r < TILE_ROWS ? rows - r : TILE_ROWS;
        int width = all - c < TILE_VECTORS ? all - c : TILE_VECTORS;
#define CASE(h, w)                                                                             \
  case (h) * 8 + (w):                                                                          \
    tile(h, w, to, result_apart, from, by_row, by_term, by, right_apart, q, end);              \
    break;
#define CASES(h) CASE(h, 1) CASE(h, 2) CASE(h, 3) CASE(h, 4)
        switch (height * 8 + width) { CASES(1) CASES(2) CASES(3) CASES(4) }
      }
  }
}

static void sigmoid(layer *l, int s) {
  long row = (long)s * l->outputs_apart;
  for (int j = 0; j < l->outputs; j++) {
    double z = l->activations[row + j] + l->biases[j];
    double exponential = exp(-fabs(z));
    double upper = 1.0 / (1.0 + exponential), lower = exponential / (1.0 + exponential);
    l->activations[row + j] = z < 0.0 ? lower : upper;
    l->slopes[row + j] = upper * lower;
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
          l->inputs_apart, l->outputs, n->samples, l->inputs);
  for (long k = 0; k < (long)l->outputs * l->inputs_apart; k++) l->weight_gradients[k] *= factor;
}

/* Steps 1 to 7; the cost. */
double compute(network *n) {
  double cost = 0.0;
  for (int k = 1; k <= n->depth; k++) {
    layer *l = n->layers + k;
    const double *before = k == 1 ? n->inputs : n->layers[k - 1].activations;
    product(l->activations, l->outputs_apart, before, l->inputs_apart, 1, l->turned,
            l->outputs_apart, n->samples, l->inputs, l->outputs);
    for (int s = 0; s < n->samples; s++)
      if (k < n->depth) sigmoid(l, s);
      else cost += softmax(l, s, n->targets);
  }
  for (int k = n->depth; k >= 1; k--) {
    layer *l = n->layers + k, *next = l + 1;
    if (k < n->depth) {
      product(l->delta, l->outputs_apart, next->delta, next->outputs_apart, 1, next->weights,
              next->inputs_apart, n->samples, next->outputs, l->outputs);
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
