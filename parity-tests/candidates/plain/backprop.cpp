// Backpropagation in loops, asked in the plain protocol. Build: c++ -O1 -o backprop backprop.cpp
#include <cmath>
#include <iostream>
#include <numeric>
#include <sstream>
#include <vector>
using Row = std::vector<double>; using Text = std::string;
struct Layer { Text f; bool biased; std::vector<Row> w, dw; };  // a bias is one more weight, of an input that is 1
double value(Text f, double z) { return f == "sigmoid" ? 1 / (1 + std::exp(-z)) : f == "tanh" ? std::tanh(z) : f == "relu" && z < 0 ? 0 : z; }
double slope(Text f, double a) { return f == "sigmoid" ? a * (1 - a) : f == "tanh" ? 1 - a * a : f == "relu" ? a > 0 : 1; }
Row row(std::istream &in, size_t count) { Row row(count); for (double &x : row) in >> x; return row; }
Text answer(const Text &line) {
  std::istringstream in(line); std::ostringstream out("gradients ?", std::ios::ate); out.precision(17);
  Text plain, cost, reduction, rate; size_t depth, samples, inputs, width;
  in >> plain >> depth >> samples >> cost >> reduction >> rate >> inputs;
  std::vector<Layer> net(depth);
  for (size_t l = 0, before = width = inputs; l < depth; l++, before = width) {
    in >> width >> net[l].f >> net[l].biased;
    if (Text("identity sigmoid tanh relu").find(net[l].f) == Text::npos || cost.find("squared-error") == Text::npos) return "unsupported";
    for (size_t j = 0; j < width; j++) net[l].w.push_back(row(in, before)), net[l].dw.emplace_back(before + 1);
    for (Row &w : net[l].w) w.push_back(net[l].biased ? row(in, 1)[0] : 0);
  }
  double n = reduction == "sum" ? 1 : reduction == "mean" ? samples : samples * width;
  for (size_t s = 0; s < samples; s++) {
    std::vector<Row> a{row(in, inputs)}; Row t = row(in, width), back;
    for (Layer &l : net) { a.back().push_back(1), a.emplace_back();
      for (Row &w : l.w) a.back().push_back(value(l.f, std::inner_product(w.begin(), w.end(), a.end()[-2].begin(), 0.0))); }
    for (size_t j = 0; j < width; j++) back.push_back((cost == "squared-error" ? 2 : 1) * (a[depth][j] - t[j]));
    for (size_t l = depth; l-- > 0; ) {
      Row before(a[l].size());
      for (size_t j = 0; j < net[l].w.size(); j++) for (size_t i = 0; i < before.size(); i++) {
        double delta = back[j] * slope(net[l].f, a[l + 1][j]);
        net[l].dw[j][i] += delta * a[l][i] / n, before[i] += net[l].w[j][i] * delta;
      }
      back = before;
  } }
  for (Layer &l : net) { for (Row &w : l.dw) for (size_t i = 0; i + 1 < w.size(); i++) out << ' ' << w[i];
    if (l.biased) for (Row &w : l.dw) out << ' ' << w.back(); }
  return out.str(); }
int main() { for (Text line; std::getline(std::cin, line); ) std::cout << answer(line) << std::endl; }
