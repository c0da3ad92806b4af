/* Backpropagation with nothing but for loops, sample by sample. C99, and its own JSON below.
 *
 *     cc -O2 -ffp-contract=off -o backprop backprop.c
 *
 * i neuron of the layer before, j of this layer, k of the next ("forward") layer, s sample.
 * z pre-activations, a activations, t targets, delta dcost/dz: all of one sample.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "fdlibm.h"

typedef struct {
  const char *activation;
  int inputs, outputs, biased;
  double **weights, **weightGradients;              /* [j][i] */
  double *biases, *biasGradients;                   /* [j] */
  double **preActivations, **activations, **deltas; /* [s][j] */
} Layer;

static int is(const char *word, const char *other) { return strcmp(word, other) == 0; }

static double sigmoid(double z) { /* with the exponential that cannot overflow */
  return z < 0.0 ? exact_exp(z) / (1.0 + exact_exp(z)) : 1.0 / (1.0 + exact_exp(-z));
}

static double activation(const char *f, double z) {
  if (is(f, "sigmoid")) return sigmoid(z);
  if (is(f, "tanh")) return exact_tanh(z);
  if (is(f, "relu")) return z <= 0.0 ? 0.0 : z;
  if (is(f, "leaky-relu")) return z > 0.0 ? z : 0.01 * z;
  return z; /* identity */
}

static double derivative(const char *f, double z) {
  if (is(f, "sigmoid")) return sigmoid(z) * sigmoid(-z);
  if (is(f, "tanh")) return 4.0 * derivative("sigmoid", 2.0 * z);
  if (is(f, "relu")) return z > 0.0 ? 1.0 : 0.0;
  if (is(f, "leaky-relu")) return z > 0.0 ? 1.0 : 0.01;
  return 1.0;
}

static void softmax(int outputs, const double *z, double *a) { /* shifted: exp(z) could overflow */
  double largest = -INFINITY, sum = 0.0;
  for (int j = 0; j < outputs; j++) largest = z[j] > largest ? z[j] : largest;
  for (int j = 0; j < outputs; j++) sum += a[j] = exact_exp(z[j] - largest);
  for (int j = 0; j < outputs; j++) a[j] = a[j] / sum;
}

/* t ln a, and its derivative: both have the limit 0 where t is 0. */
static double logarithm(double t, double a) { return t == 0.0 ? 0.0 : t * exact_log(a); }
static double quotient(double t, double a) { return t == 0.0 ? 0.0 : t / a; }

static double output_cost(const char *cost, double a, double t) { /* of one output */
  if (is(cost, "squared-error")) return (a - t) * (a - t);
  if (is(cost, "half-squared-error")) return 0.5 * (a - t) * (a - t);
  if (is(cost, "cross-entropy")) return logarithm(-t, a);
  return logarithm(-t, a) + logarithm(t - 1.0, 1.0 - a); /* binary-cross-entropy */
}

static double cost_derivative(const char *cost, double a, double t) {
  if (is(cost, "squared-error")) return 2.0 * (a - t);
  if (is(cost, "half-squared-error")) return a - t;
  if (is(cost, "cross-entropy")) return quotient(-t, a);
  return quotient(-t, a) + quotient(1.0 - t, 1.0 - a);
}

static void output_delta(const char *cost, const Layer *layer, const double *t, int s) {
  const double *z = layer->preActivations[s], *a = layer->activations[s];
  double *delta = layer->deltas[s], total = 0.0;
  for (int j = 0; j < layer->outputs; j++) total += t[j];
  for (int j = 0; j < layer->outputs; j++) {
    if (is(layer->activation, "sigmoid") && is(cost, "binary-cross-entropy")) {
      delta[j] = a[j] - t[j]; /* f' cancels, and so it does in the next */
    } else if (is(layer->activation, "softmax") && is(cost, "cross-entropy")) {
      delta[j] = a[j] * total - t[j];
    } else if (is(layer->activation, "softmax")) {
      for (int k = 0; k < layer->outputs; k++) {
        double jacobian = (k == j ? a[k] : 0.0) - a[k] * a[j];
        delta[j] += jacobian * cost_derivative(cost, a[k], t[k]);
      }
    } else {
      delta[j] = cost_derivative(cost, a[j], t[j]) * derivative(layer->activation, z[j]);
    }
  }
}

/* Adds one sample to all gradients, and returns its cost. */
static double add_sample(Layer *layers, int depth, const char *cost, double *x, double *t, int s) {
  double *a = x, sum = 0.0;
  for (int l = 0; l < depth; l++) {
    Layer *layer = &layers[l];
    double *z = layer->preActivations[s];
    for (int j = 0; j < layer->outputs; j++) { /* step 1: pre-activations */
      for (int i = 0; i < layer->inputs; i++) z[j] += layer->weights[j][i] * a[i];
      z[j] += layer->biases[j];
    }
    a = layer->activations[s]; /* step 2: activations */
    if (is(layer->activation, "softmax")) softmax(layer->outputs, z, a);
    else for (int j = 0; j < layer->outputs; j++) a[j] = activation(layer->activation, z[j]);
  }
  output_delta(cost, &layers[depth - 1], t, s); /* step 4: output delta */
  for (int l = depth - 1; l >= 0; l--) {
    Layer *layer = &layers[l], *before = layer - 1;
    double *inputs = l > 0 ? before->activations[s] : x, *delta = layer->deltas[s];
    for (int j = 0; j < layer->outputs; j++) {
      layer->biasGradients[j] += delta[j]; /* step 5: bias gradients, step 6: weight gradients */
      for (int i = 0; i < layer->inputs; i++) layer->weightGradients[j][i] += delta[j] * inputs[i];
    }
    if (l == 0) break;
    double **forwardWeights = layer->weights, *forwardDelta = delta;
    for (int j = 0; j < before->outputs; j++) { /* step 7: hidden delta of the layer before */
      double total = 0.0;
      for (int k = 0; k < layer->outputs; k++) total += forwardWeights[k][j] * forwardDelta[k];
      before->deltas[s][j] = total * derivative(before->activation, before->preActivations[s][j]);
    }
  }
  for (int j = 0; j < layers[depth - 1].outputs; j++) sum += output_cost(cost, a[j], t[j]);
  return sum; /* step 3: cost */
}

/* All memory of one case, in a chain. */
static struct Block { struct Block *next; double room[]; } *blocks;

static void *room(size_t bytes) {
  struct Block *block = calloc(1, sizeof *block + bytes);
  if (block == NULL) exit(1);
  block->next = blocks;
  blocks = block;
  return block->room;
}

static double **zeros(int rows, int columns) {
  double **matrix = room(rows * sizeof *matrix);
  for (int r = 0; r < rows; r++) matrix[r] = room(columns * sizeof **matrix);
  return matrix;
}

static double **transpose(double **matrix, int rows, int columns) {
  double **transposed = zeros(columns, rows);
  for (int r = 0; r < rows; r++) for (int c = 0; c < columns; c++) transposed[c][r] = matrix[r][c];
  return transposed;
}

/* A JSON value: a text as it is written, a number, or the items of a list; a map's are its keys
 * and values in turn. */
typedef struct Json { char *text; double number; int count; struct Json **items; } Json;

static Json *read_json(char **at) {
  Json *json = room(sizeof *json);
  *at += strspn(*at, " \t\r\n,:");
  if (**at == '[' || **at == '{') {
    int size = 0;
    for (++*at; *(*at += strspn(*at, " \t\r\n,:")) != ']' && **at != '}' && **at;) {
      if (json->count == size) {
        Json **more = room((size = 2 * size + 8) * sizeof *more);
        if (json->count) memcpy(more, json->items, json->count * sizeof *more);
        json->items = more;
      }
      json->items[json->count++] = read_json(at);
    }
    if (**at) ++*at;
  } else if (**at == '"') {
    char *start = ++*at;
    while (**at && **at != '"') *at += **at == '\\' ? 2 : 1;
    json->text = room(*at - start + 1);
    memcpy(json->text, start, *at - start);
    ++*at;
  } else {
    char *start = *at;
    json->number = strtod(start, at);
    if (*at == start) ++*at;
  }
  return json;
}

static Json *field(Json *map, const char *key) {
  for (int n = 0; n + 1 < map->count; n += 2) {
    if (is(map->items[n]->text, key)) return map->items[n + 1];
  }
  return NULL;
}

static double *numbers(Json *list) {
  double *row = room(list->count * sizeof *row);
  for (int n = 0; n < list->count; n++) row[n] = list->items[n]->number;
  return row;
}

static double **rows(Json *list) {
  double **matrix = room(list->count * sizeof *matrix);
  for (int n = 0; n < list->count; n++) matrix[n] = numbers(list->items[n]);
  return matrix;
}

static void print_row(const char *name, const double *row, int count) {
  printf("%s[", name);
  for (int n = 0; n < count; n++) { /* 17 digits bring every number back; NaN in quotes */
    printf(row[n] - row[n] == 0.0 ? "%s%.17g" : "%s\"%g\"", n > 0 ? ", " : "", row[n]);
  }
  printf("]");
}

static void print_biases(const char *name, const double *biases, int count) {
  printf(", \"%s\": ", name);
  print_row("", biases, count);
}

static void print_rows(const char *name, double **matrix, int count, int columns) {
  printf(", \"%s\": [", name);
  for (int n = 0; n < count; n++) print_row(n > 0 ? ", " : "", matrix[n], columns);
  printf("]");
}

static void print_weights(const char *name, double **weights, const Layer *layer, int turned) {
  int outputs = layer->outputs, inputs = layer->inputs;
  if (turned) print_rows(name, transpose(weights, outputs, inputs), inputs, outputs);
  else print_rows(name, weights, outputs, inputs);
}

static void answer(Json *question) { /* a case in, gradients out */
  Json *list = field(question, "layers"), *rate = field(question, "learningRate");
  Json *inputs = field(question, "inputs"), *targets = field(question, "targets");
  int depth = list->count, samples = targets->count;
  int turned = field(question, "weightLayout") != NULL;
  double **x = rows(inputs), **t = rows(targets), total = 0.0, factor = 1.0;
  Layer *layers = room(depth * sizeof *layers);
  for (int l = 0; l < depth; l++) {
    Json *item = list->items[l], *biases = field(item, "biases");
    Json *matrix = field(item, "weights");
    int before = l > 0 ? layers[l - 1].outputs : inputs->items[0]->count;
    int outputs = turned ? matrix->items[0]->count : matrix->count;
    double **weights = rows(matrix);
    layers[l] = (Layer) {
      .activation = field(item, "activation")->text, .inputs = before, .outputs = outputs,
      .biased = biases != NULL,
      .weights = turned ? transpose(weights, before, outputs) : weights,
      .weightGradients = zeros(outputs, before),
      .biases = biases ? numbers(biases) : zeros(1, outputs)[0], .biasGradients = zeros(1, outputs)[0],
      .preActivations = zeros(samples, outputs), .activations = zeros(samples, outputs),
      .deltas = zeros(samples, outputs)};
  }
  for (int s = 0; s < samples; s++) {
    total += add_sample(layers, depth, field(question, "cost")->text, x[s], t[s], s);
  }
  if (is(field(question, "reduction")->text, "mean")) factor = 1.0 / samples;
  if (is(field(question, "reduction")->text, "element-mean")) {
    factor = 1.0 / ((double) samples * targets->items[0]->count);
  }
  total = total * factor;
  printf("{\"format\": \"backprop-gradients-1\", \"name\": \"%s\"", field(question, "name")->text);
  printf(total - total == 0.0 ? ", \"cost\": %.17g" : ", \"cost\": \"%g\"", total);
  for (int l = 0; l < depth; l++) {
    Layer *layer = &layers[l];
    printf("%s{\"activation\": \"%s\"", l > 0 ? "}, " : ", \"layers\": [", layer->activation);
    for (int j = 0; j < layer->outputs; j++) {
      layer->biasGradients[j] *= factor;
      for (int i = 0; i < layer->inputs; i++) layer->weightGradients[j][i] *= factor;
    }
    print_rows("preActivations", layer->preActivations, samples, layer->outputs);
    print_rows("activations", layer->activations, samples, layer->outputs);
    print_rows("deltas", layer->deltas, samples, layer->outputs);
    print_weights("weightGradients", layer->weightGradients, layer, turned);
    if (layer->biased) print_biases("biasGradients", layer->biasGradients, layer->outputs);
    if (rate == NULL) continue;
    for (int j = 0; j < layer->outputs; j++) { /* step 8: update */
      layer->biases[j] -= rate->number * layer->biasGradients[j];
      for (int i = 0; i < layer->inputs; i++) {
        layer->weights[j][i] -= rate->number * layer->weightGradients[j][i];
      }
    }
    if (layer->biased) print_biases("updatedBiases", layer->biases, layer->outputs);
    print_weights("updatedWeights", layer->weights, layer, turned);
  }
  printf("}]}\n");
  fflush(stdout);
}

int main(void) {
  size_t size = 1 << 16, length = 0;
  char *line = malloc(size);
  for (int next = getchar(); line != NULL && next != EOF; next = getchar()) {
    if (length + 1 >= size) line = realloc(line, size *= 2);
    if (line == NULL) exit(1);
    if (next != '\n') {
      line[length++] = (char) next;
      continue;
    }
    line[length] = '\0';
    length = 0;
    char *at = line;
    answer(read_json(&at));
    while (blocks != NULL) {
      struct Block *next_block = blocks->next;
      free(blocks);
      blocks = next_block;
    }
  }
  free(line);
  return 0;
}
