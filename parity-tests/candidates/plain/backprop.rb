# Backpropagation in loops, asked in the plain protocol: ruby backprop.rb
VALUE = { # a = f(z)
  "identity" => ->(z) { z }, "sigmoid" => ->(z) { 1 / (1 + Math.exp(-z)) },
  "tanh" => ->(z) { Math.tanh(z) }, "relu" => ->(z) { z > 0 ? z : 0.0 }
}
SLOPE = { # f'(z), told by a
  "identity" => ->(a) { 1.0 }, "sigmoid" => ->(a) { a * (1 - a) },
  "tanh" => ->(a) { 1 - a * a }, "relu" => ->(a) { a > 0 ? 1.0 : 0.0 }
}
Layer = Struct.new(:f, :biased, :w, :b, :dw, :db)
def answer(line)
  words = line.split.drop(1)
  take = ->(count) { words.shift(count.to_i).map(&:to_f) }
  depth, samples, cost, reduction, _rate, width = words.shift(6)
  layers = Array.new(depth.to_i) do
    inputs, (width, f, biased) = width, words.shift(3)
    w = Array.new(width.to_i) { take.(inputs) }
    b = biased == "1" ? take.(width) : [0.0] * width.to_i
    Layer.new(f, biased == "1", w, b, w.map { |row| row.map { 0.0 } }, b.map { 0.0 })
  end
  cancels = layers[-1].f == "sigmoid" && cost == "binary-cross-entropy" # f' cancels: delta = a - t
  known = layers.all? { |l| VALUE[l.f] } && (cancels || cost.end_with?("squared-error"))
  return "unsupported #{cost} of #{layers.map(&:f).join(' ')}" unless known
  n = { "sum" => 1, "mean" => samples.to_i, "element-mean" => samples.to_i * width.to_i }[reduction]
  samples.to_i.times do
    a, t = [take.(layers[0].w[0].size)], take.(width)
    layers.each { |l| a << l.w.zip(l.b).map { |row, b| VALUE[l.f].(row.zip(a[-1]).sum { |w, x| w * x } + b) } }
    times = cost == "squared-error" ? 2 : 1
    d = a[-1].zip(t).map { |y, x| cancels ? y - x : times * (y - x) * SLOPE[layers[-1].f].(y) }
    layers.each_with_index.to_a.reverse.each do |l, before|
      d.each_index { |j| l.db[j] += d[j] / n }
      d.each_index { |j| a[before].each_index { |i| l.dw[j][i] += d[j] * a[before][i] / n } }
      back = a[before].each_index.map { |i| d.each_index.sum { |j| l.w[j][i] * d[j] } }
      d = back.zip(a[before]).map { |sum, x| sum * SLOPE[layers[before - 1].f].(x) }
    end
  end
  "gradients ? " + layers.map { |l| l.biased ? [l.dw, l.db] : l.dw }.flatten.join(" ")
end
$stdin.each_line { |line| puts answer(line); $stdout.flush } if __FILE__ == $0
