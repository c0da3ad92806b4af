// Holds a program against the vendored vectors, without a JDK: c++ -o vectors vectors.cpp && ./vectors golden-plain.txt
#define main program
#include "backprop.cpp"
#undef main
#include <fstream>

int main(int count, char **arguments) {
  std::ifstream vectors(count > 1 ? arguments[1] : "golden-plain.txt");
  int number = 0, agree = 0, wrong = 0;
  for (Text question, expected, allowed; std::getline(vectors, question) && std::getline(vectors, expected) && std::getline(vectors, allowed); ) {
    std::istringstream found(answer(question)), right(expected), bound(allowed);
    Text word, cost;
    number++, found >> word, right >> cost >> cost, bound >> cost >> cost;
    if (word != "gradients") continue;
    found >> cost;  // this program computes none
    bool agrees = true;
    for (double f, e, a; right >> e && bound >> a; ) agrees &= found >> f && std::abs(f - e) <= a;
    if (!agrees) std::cout << "case " << number << " disagrees\n", wrong++; else agree++;
  }
  std::cout << agree << " cases agree, " << wrong << " disagree\n";
  return wrong > 0 || agree == 0;
}
