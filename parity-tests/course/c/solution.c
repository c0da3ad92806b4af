// Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.
// After each, in one line: backprop follow --command
//   'cc -O1 -Wall -Wextra -o solution solution.c -lm && ./solution'
//
// One sample at a time, with nothing but for loops. i is a neuron of the layer before, j of this
// layer, k of the next ("forward") layer. C returns no lists: write them into the last parameter.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#pragma GCC diagnostic ignored "-Wunused-parameter"

// Chapter 1 · derivative
// Nothing to write: this program can already answer.

// Chapter 2 · one neuron
// Returns the number z, which is
// weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
double pre_activation(int size, double weights[size], double inputs[size],
                      double bias) {
  double sum = 0.0;
  for (int i = 0; i < size; i++) {
    sum += weights[i] * inputs[i];
  }
  return sum + bias;
}

// Returns the number f(z) = 1 / (1 + exp(-z)).
double sigmoid(double z) {
  return 1 / (1 + exp(-z));
}

// Chapter 3 · a layer
// Returns the list of z: for every neuron j its weights[j] and biases[j],
// and the same inputs.
void pre_activations(int outputs, int size, double weights[outputs][size],
                     double inputs[size], double biases[outputs],
                     double z[outputs]) {
  for (int j = 0; j < outputs; j++) {
    z[j] = pre_activation(size, weights[j], inputs, biases[j]);
  }
}

// Chapter 4 · output delta
// Returns the number ½(a - t)², added up over the outputs j.
double cost(int outputs, double activations[outputs], double targets[outputs]) {
  double sum = 0.0;
  for (int j = 0; j < outputs; j++) {
    sum += (activations[j] - targets[j]) * (activations[j] - targets[j]) / 2;
  }
  return sum;
}

// Returns the number f′(z), the slope of the sigmoid at z.
double sigmoid_derivative(double z) {
  return sigmoid(z) * sigmoid(-z);  // 1 - f(z) is f(-z), and loses no digits
}

// Returns the list of (a - t) * f′(z), one for every output j.
void output_delta(int outputs, double pre_activations[outputs],
                  double activations[outputs], double targets[outputs],
                  double delta[outputs]) {
  for (int j = 0; j < outputs; j++) {
    double difference = activations[j] - targets[j];
    delta[j] = difference * sigmoid_derivative(pre_activations[j]);
  }
}

// Chapter 5 · bias and weight gradients
// Returns the list of delta * 1, one for every neuron j.
void bias_gradients(int outputs, double delta[outputs],
                    double gradients[outputs]) {
  for (int j = 0; j < outputs; j++) {
    gradients[j] = delta[j] * 1;
  }
}

// Returns a list of lists like the weights, [j][i]: delta * input.
void weight_gradients(int outputs, int size, double delta[outputs],
                      double inputs[size], double gradients[outputs][size]) {
  for (int j = 0; j < outputs; j++) {
    for (int i = 0; i < size; i++) {
      gradients[j][i] = delta[j] * inputs[i];
    }
  }
}

// Chapter 6 · hidden delta
// Returns the list of (sum over k of forward weight * forward delta) * f′(z),
// for every neuron j: the weights are [k][j], the forward deltas [k], z [j].
void hidden_delta(int forward, int outputs,
                  double forward_weights[forward][outputs],
                  double forward_delta[forward],
                  double pre_activations[outputs], double delta[outputs]) {
  for (int j = 0; j < outputs; j++) {
    double sum = 0.0;
    for (int k = 0; k < forward; k++) {
      sum += forward_weights[k][j] * forward_delta[k];
    }
    delta[j] = sum * sigmoid_derivative(pre_activations[j]);
  }
}

// Chapter 7 · the slot rule
// Returns a list of lists in which rows have become columns:
// what was [j][i] is [i][j].
void transpose(int height, int width, double rows[height][width],
               double columns[width][height]) {
  for (int i = 0; i < width; i++) {
    for (int j = 0; j < height; j++) {
      columns[i][j] = rows[j][i];
    }
  }
}

// Chapter 8 · batches
// Returns one number for the whole batch: the sum of the terms, one from each
// sample, times 1 for "sum", 1/N for "mean", 1/(N * outputs) for
// "element-mean". N is the number of samples.
double reduced(int samples, double terms[samples], const char *reduction,
               int outputs) {
  double sum = 0.0;
  for (int s = 0; s < samples; s++) {
    sum += terms[s];
  }
  double factor = 1.0;
  if (strcmp(reduction, "mean") == 0) factor = 1.0 / samples;
  if (strcmp(reduction, "element-mean") == 0) {
    factor = 1.0 / (samples * outputs);
  }
  return sum * factor;
}

// Chapter 9 · learning
// Returns the list of parameter - learning rate * gradient.
void updated(int size, double parameters[size], double gradients[size],
             double learning_rate, double values[size]) {
  for (int n = 0; n < size; n++) {
    values[n] = parameters[n] - learning_rate * gradients[n];
  }
}

// The matrix track · multiply
// Returns the product, a list of lists:
// [r][c] is the sum over q of left[r][q] * right[q][c].
void multiply(int rows, int size, int columns, double left[rows][size],
              double right[size][columns], double product[rows][columns]) {
  for (int r = 0; r < rows; r++) {
    for (int c = 0; c < columns; c++) {
      double sum = 0.0;
      for (int q = 0; q < size; q++) {
        sum += left[r][q] * right[q][c];
      }
      product[r][c] = sum;
    }
  }
}

// Ready: nothing is left to write from here on. It reads questions, calls the functions above,
// and answers with whatever they give so far; NaN is what nobody has written.
#define ROWS(columns, numbers) ((double(*)[columns])(numbers))
#define GUARD -8.6420135e+173          // no function has a reason to write it, or to change it

typedef struct { int rows, columns; double *numbers; } Matrix;
typedef struct { Matrix weights, biases; } Layer;
typedef struct { double *inputs, *z, *a, *delta, *bias_gradients, *weight_gradients; } Step;

static FILE *answers;
static const char *left_out;           // 'backprop follow' wants to know who is called
static char line[1 << 23];             // the question at hand
static double pool[1 << 22];           // the numbers of the question at hand
static int taken;
static char problems[1 << 12];         // why a function gives nothing, in JSON

static double *take(int count) {       // room for so many numbers, each of them NaN
  if (taken + count > (int)(sizeof pool / sizeof *pool)) exit(70);
  double *numbers = pool + taken;
  taken += count;
  for (int n = 0; n < count; n++) numbers[n] = NAN;
  return numbers;
}

static double *room(int count) {       // for a result, with a guard behind the last one
  double *numbers = take(count + 1);
  numbers[count] = GUARD;
  return numbers;
}

static double *copy(int count, const double *numbers) {  // with a NaN behind the last one
  return memcpy(take(count + 1), numbers, count * sizeof *numbers);
}

static void mark(const char *what, const char *name) {
  if (left_out) fprintf(stderr, "backprop: %s %s\n", what, name);
}

static void nothing(const char *name, const char *kind) {
  char quoted[64];
  snprintf(quoted, sizeof quoted, "\"%s\"", name);
  if (strstr(problems, quoted) || strlen(problems) > sizeof problems - 200) return;
  sprintf(problems + strlen(problems), "%s{\"function\": %s, \"kind\": \"%s\"}",
          *problems ? ", " : "", quoted, kind);
}

static int called(const char *name) {  // 0 if this function is to be left out
  mark("calling", name);
  const char *found = left_out ? strstr(left_out, name) : NULL;
  for (; found; found = strstr(found + 1, name)) {
    char before = found == left_out ? ' ' : found[-1], behind = found[strlen(name)];
    if (before == ' ' && (behind == ' ' || !behind)) return nothing(name, "left-out"), 0;
  }
  return 1;
}

static int nans(int count, const double *numbers) {
  int found = 0;
  for (int n = 0; n < count; n++) found += isnan(numbers[n]) != 0;
  return found;
}

static double *given(const char *name, int count, double *numbers) {  // NULL if none was given
  mark("back from", name);
  if (numbers[count] != GUARD) return nothing(name, "wrote-behind-the-end"), NULL;
  if (nans(count, numbers) < count) return numbers;
  return nothing(name, "returned-nothing"), NULL;
}

static const char *value(const char *text, const char *key) {  // what stands behind a key
  char quoted[64];
  snprintf(quoted, sizeof quoted, "\"%s\"", key);
  const char *found = strstr(text, quoted);
  return found ? strchr(found, ':') + 1 : NULL;
}

static void word(const char *at, char *into) {  // of less than 128 characters
  if (sscanf(at, " \"%127[^\"]", into) != 1) exit(65);
}

static Matrix matrix(const char **text) {  // the next rows of numbers, or the next row
  Matrix read = {0, 0, pool + taken};
  const char *at = strchr(*text, '[') + 1;
  int count = 0;
  for (int depth = 1; depth > 0;) {
    at += strspn(at, " ,\"");
    if (*at == '[') {
      depth++, at++;
    } else if (*at == ']') {
      read.rows += depth == 2;
      depth--, at++;
    } else {
      char *end;
      *take(1) = strtod(at, &end);
      if (end == at) exit(65);
      at = end;
      count++;
    }
  }
  *text = at;
  if (read.rows == 0) read.rows = 1;
  read.columns = count / read.rows;
  return read;
}

static Matrix turn(int turned, Matrix from) {  // numbers is NULL if transpose gives none
  if (!turned || !from.numbers) return from;
  int count = from.rows * from.columns;
  double *rows = copy(count, from.numbers), *columns = room(count);
  if (called("transpose")) {
    transpose(from.rows, from.columns, ROWS(from.columns, rows), ROWS(from.rows, columns));
  }
  columns = given("transpose", count, columns);
  if (columns && nans(count, columns) > nans(count, from.numbers)) {
    nothing("transpose", "returned-nothing"), columns = NULL;  // in some of the places
  }
  return (Matrix){from.columns, from.rows, columns};
}

static double *layer_forwards(Layer layer, double *inputs, Step *step) {  // its activations
  int outputs = layer.weights.rows, size = layer.weights.columns;
  double *weights = copy(outputs * size, layer.weights.numbers), *x = copy(size, inputs);
  double *biases = copy(outputs, layer.biases.numbers), *z = room(outputs), *a = room(outputs);
  const char *name = outputs == 1 ? "pre_activation" : "pre_activations";
  step->inputs = inputs;
  if (called(name)) {
    if (outputs == 1) z[0] = pre_activation(size, weights, x, biases[0]);
    else pre_activations(outputs, size, ROWS(size, weights), x, biases, z);
  }
  if (!(step->z = given(name, outputs, z))) return NULL;
  for (int j = 0; j < outputs; j++) if (called("sigmoid")) a[j] = sigmoid(z[j]);
  return step->a = given("sigmoid", outputs, a);
}

static void layer_backwards(Layer layer, Step *step, Step *before) {  // from its delta on
  int outputs = layer.weights.rows, size = layer.weights.columns;
  double *biases = room(outputs), *weights = room(outputs * size), *delta = room(size);
  if (called("bias_gradients")) bias_gradients(outputs, copy(outputs, step->delta), biases);
  step->bias_gradients = given("bias_gradients", outputs, biases);
  if (called("weight_gradients")) {
    weight_gradients(outputs, size, copy(outputs, step->delta), copy(size, step->inputs),
                     ROWS(size, weights));
  }
  step->weight_gradients = given("weight_gradients", outputs * size, weights);
  if (!before) return;
  double *forward = copy(outputs * size, layer.weights.numbers);
  if (called("hidden_delta")) {
    hidden_delta(outputs, size, ROWS(size, forward), copy(outputs, step->delta),
                 copy(size, before->z), delta);
  }
  before->delta = given("hidden_delta", size, delta);
}

static double *one_sample(int depth, Layer *layers, double *inputs, double *targets, Step *steps) {
  double *a = inputs;                  // the sample's cost comes back
  for (int l = 0; l < depth && a; l++) a = layer_forwards(layers[l], a, &steps[l]);
  if (!a) return NULL;
  Step *last = &steps[depth - 1];
  int outputs = layers[depth - 1].weights.rows;
  double *total = room(1), *delta = room(outputs);
  if (called("cost")) *total = cost(outputs, copy(outputs, a), copy(outputs, targets));
  total = given("cost", 1, total);
  if (called("output_delta")) {
    output_delta(outputs, copy(outputs, last->z), copy(outputs, a), copy(outputs, targets), delta);
  }
  last->delta = given("output_delta", outputs, delta);
  for (int l = depth - 1; l >= 0 && steps[l].delta; l--) {
    layer_backwards(layers[l], &steps[l], l > 0 ? &steps[l - 1] : NULL);
  }
  return total;
}

// Of every sample's numbers, so many; NULL if a sample has none.
static double *batch(const char *reduction, int outputs, int samples, double **numbers, int count) {
  for (int s = 0; s < samples; s++) if (!numbers[s]) return NULL;
  if (samples == 1 && strcmp(reduction, "sum") == 0) return numbers[0];
  double *all = room(count), *terms = take(samples + 1);
  for (int n = 0; n < count; n++) {
    for (int s = 0; s < samples; s++) terms[s] = numbers[s][n];
    terms[samples] = NAN;              // as behind every other list that a function is given
    if (called("reduced")) all[n] = reduced(samples, terms, reduction, outputs);
  }
  return given("reduced", count, all);
}

static double *update(int count, double *old, double *slopes, double rate) {
  double *values = room(count);
  if (called("updated")) updated(count, copy(count, old), copy(count, slopes), rate, values);
  return given("updated", count, values);
}

static const char *comma = "";

static void begin(const char *name) {  // the next field
  fprintf(answers, "%s\"%s\": ", comma, name);
  comma = ", ";
}

static void print_number(double number) {
  if (isfinite(number)) fprintf(answers, "%.17g", number);
  else fprintf(answers, isnan(number) ? "\"NaN\"" : number > 0 ? "\"Infinity\"" : "\"-Infinity\"");
}

static void print_list(int count, const double *numbers) {
  for (int n = 0; n < count; n++) fprintf(answers, n ? ", " : "["), print_number(numbers[n]);
  fprintf(answers, "]");
}

static void print_rows(const char *name, int count, int size, double **rows) {  // if all are known
  for (int n = 0; n < count; n++) if (!rows[n]) return;
  begin(name);
  for (int n = 0; n < count; n++) fprintf(answers, n ? ", " : "["), print_list(size, rows[n]);
  fprintf(answers, "]");
}

static void print_matrix(const char *name, Matrix matrix) {
  if (!matrix.numbers) return;
  double *rows[matrix.rows];
  for (int r = 0; r < matrix.rows; r++) rows[r] = matrix.numbers + r * matrix.columns;
  print_rows(name, matrix.rows, matrix.columns, rows);
}

static void print_layer(Layer layer, int samples, Step **steps, int outputs) {
  const char *rate = value(line, "learningRate");
  char reduction[128];
  word(value(line, "reduction"), reduction);
  int turned = value(line, "weightLayout") != NULL;
  int rows = layer.weights.rows, columns = layer.weights.columns;
  double *z[samples], *a[samples], *delta[samples], *of_biases[samples], *of_weights[samples];
  for (int s = 0; s < samples; s++) {
    z[s] = steps[s]->z, a[s] = steps[s]->a, delta[s] = steps[s]->delta;
    of_biases[s] = steps[s]->bias_gradients, of_weights[s] = steps[s]->weight_gradients;
  }
  print_rows("preActivations", samples, rows, z);
  print_rows("activations", samples, rows, a);
  print_rows("deltas", samples, rows, delta);
  double *biases = batch(reduction, outputs, samples, of_biases, rows);
  double *weights = batch(reduction, outputs, samples, of_weights, rows * columns);
  if (rate && biases && weights) {
    double *fresh_biases = update(rows, layer.biases.numbers, biases, strtod(rate, NULL));
    if (fresh_biases) begin("updatedBiases"), print_list(rows, fresh_biases);
    Matrix all = {rows, columns, take(rows * columns)};
    double *into = all.numbers;
    for (int j = 0; j < rows; j++) {
      double *old = layer.weights.numbers + j * columns;
      double *fresh = update(columns, old, weights + j * columns, strtod(rate, NULL));
      if (fresh) memcpy(into + j * columns, fresh, columns * sizeof *fresh);
      else all.numbers = NULL;
    }
    print_matrix("updatedWeights", turn(turned, all));
  }
  if (biases) begin("biasGradients"), print_list(rows, biases);
  print_matrix("weightGradients", turn(turned, (Matrix){rows, columns, weights}));
}

static void answer(void) {
  const char *at = value(line, "layers"), *end = strstr(line, "\"cost\"");
  int turned = value(line, "weightLayout") != NULL, depth = 0, whole = 1;
  Layer layers[64];
  for (at = value(at, "weights"); at && at < end && depth < 64; at = value(at, "weights")) {
    Matrix weights = turn(turned, matrix(&at));
    at = value(at, "biases");
    layers[depth++] = (Layer){weights, matrix(&at)};
    whole = whole && weights.numbers;
  }
  at = value(line, "inputs");
  Matrix inputs = matrix(&at);
  at = value(line, "targets");
  Matrix targets = matrix(&at);
  int samples = inputs.rows, outputs = targets.columns;
  Step steps[samples][depth], *of_layer[samples];
  double *costs[samples];
  memset(steps, 0, sizeof steps);
  for (int s = 0; s < samples; s++) {
    double *from = inputs.numbers + s * inputs.columns, *to = targets.numbers + s * outputs;
    costs[s] = whole ? one_sample(depth, layers, from, to, steps[s]) : NULL;
  }
  char reduction[128];
  word(value(line, "reduction"), reduction);
  double *total = batch(reduction, outputs, samples, costs, 1);
  if (total) begin("cost"), print_number(*total);
  begin("layers");
  for (int l = 0; l < depth; l++) {
    for (int s = 0; s < samples; s++) of_layer[s] = &steps[s][l];
    fprintf(answers, l ? ", {" : "[{");
    comma = "";
    if (whole) print_layer(layers[l], samples, of_layer, outputs);
    fprintf(answers, "}");
  }
  fprintf(answers, "]");
  comma = ", ";
}

static void answer_matrix(void) {  // the matrix track asks for one function's value
  const char *at = strchr(value(line, "matrices"), '[') + 1;
  Matrix left = matrix(&at);
  if (strstr(line, "\"transpose\"")) {
    print_matrix("matrix", turn(1, left));
    return;
  }
  Matrix right = matrix(&at);
  double *product = room(left.rows * right.columns);
  double *factor = copy(left.rows * left.columns, left.numbers);
  double *other = copy(right.rows * right.columns, right.numbers);
  if (called("multiply")) {
    multiply(left.rows, left.columns, right.columns, ROWS(left.columns, factor),
             ROWS(right.columns, other), ROWS(right.columns, product));
  }
  product = given("multiply", left.rows * right.columns, product);
  print_matrix("matrix", (Matrix){left.rows, right.columns, product});
}

static int not_known(void) {  // why it cannot answer; teach it more, and say less here
  char other[128] = "";
  int layers = 0, biases = 0;
  for (const char *at = line; !*other && (at = value(at, "activation")); layers++) {
    word(at, other);
    if (strcmp(other, "sigmoid") == 0) *other = 0;
  }
  for (const char *at = line; (at = value(at, "biases"));) biases++;
  if (!*other) word(value(line, "cost"), other);
  if (strcmp(other, "half-squared-error") == 0) strcpy(other, layers == biases ? "" : "such layer");
  if (*other) begin("unsupported"), fprintf(answers, "\"no %s\"", other);
  return *other;
}

int main(void) {
  answers = fdopen(dup(1), "w");
  dup2(2, 1);                          // what you print is no answer
  setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
  left_out = getenv("BACKPROP_LEAVE_OUT");
  while (fgets(line, sizeof line, stdin)) {
    char name[128];
    taken = 0;
    *problems = 0;
    if (!value(line, "name")) continue;
    word(value(line, "name"), name);
    mark("asked", name);
    fprintf(answers, "{\"format\": \"backprop-gradients-1\", \"name\": \"%s\"", name);
    comma = ", ";
    if (value(line, "matrices")) answer_matrix();
    else if (!not_known()) answer();
    if (*problems) fprintf(answers, ", \"problems\": [%s]", problems);
    fprintf(answers, "}\n");
    fflush(answers);
  }
}
