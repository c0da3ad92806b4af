# Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.
# After each: backprop follow --command 'ruby -w solution.rb'
#
# One sample at a time, with nothing but for loops. i is a neuron of the layer before, j of this
# layer, k of the next ("forward") layer.
require 'json'

# Chapter 1 · derivative
# Nothing to write: this program can already answer.

# Chapter 2 · one neuron
# Returns the number z, which is
# weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
def pre_activation(weights, inputs, bias) # weights[i], inputs[i]
  sum = 0.0
  for i in 0...inputs.size
    sum += weights[i] * inputs[i]
  end
  sum + bias
end

# Returns the number f(z) = 1 / (1 + exp(-z)).
def sigmoid(z)
  return Math.exp(z) / (1 + Math.exp(z)) if z < 0 # exp(-z) overflows
  1 / (1 + Math.exp(-z))
end

# Chapter 3 · a layer
# Returns the list of z: for every neuron j its weights[j] and biases[j],
# and the same inputs.
def pre_activations(weights, inputs, biases) # [j][i], [i], [j]
  z = []
  for j in 0...biases.size
    z << pre_activation(weights[j], inputs, biases[j])
  end
  z
end

# Chapter 4 · output delta
# Returns the number ½(a - t)², added up over the outputs j.
def cost(activations, targets) # activations[j], targets[j]
  sum = 0.0
  for j in 0...targets.size
    sum += (activations[j] - targets[j])**2 / 2
  end
  sum
end

# Returns the number f′(z), the slope of the sigmoid at z.
def sigmoid_derivative(z)
  sigmoid(z) * (1 - sigmoid(z))
end

# Returns the list of (a - t) * f′(z), one for every output j.
def output_delta(pre_activations, activations, targets) # each [j]
  delta = []
  for j in 0...targets.size
    difference = activations[j] - targets[j]
    delta << difference * sigmoid_derivative(pre_activations[j])
  end
  delta
end

# Chapter 5 · bias and weight gradients
# Returns the list of delta * 1, one for every neuron j.
def bias_gradients(delta) # delta[j]
  gradients = []
  for j in 0...delta.size
    gradients << delta[j] * 1
  end
  gradients
end

# Returns a list of lists like the weights, [j][i]: delta * input.
def weight_gradients(delta, inputs) # delta[j], inputs[i]
  gradients = []
  for j in 0...delta.size
    gradients << []
    for i in 0...inputs.size
      gradients[j] << delta[j] * inputs[i]
    end
  end
  gradients
end

# Chapter 6 · hidden delta
# Returns the list of (sum over k of forward weight * forward delta) * f′(z),
# for every neuron j: the weights are [k][j], the forward deltas [k], z [j].
def hidden_delta(forward_weights, forward_delta, pre_activations)
  delta = []
  for j in 0...pre_activations.size
    sum = 0.0
    for k in 0...forward_delta.size
      sum += forward_weights[k][j] * forward_delta[k]
    end
    delta << sum * sigmoid_derivative(pre_activations[j])
  end
  delta
end

# Chapter 7 · the slot rule
# Returns a list of lists in which rows have become columns:
# what was [j][i] is [i][j].
def transpose(rows)
  columns = []
  for i in 0...rows[0].size
    columns << []
    for j in 0...rows.size
      columns[i] << rows[j][i]
    end
  end
  columns
end

# Chapter 8 · batches
# Returns one number for the whole batch: the sum of the terms, one from each
# sample, times 1 for "sum", 1/N for "mean", 1/(N * outputs) for
# "element-mean". N is the number of samples.
def reduced(terms, reduction, outputs) # terms[s], a text, a number
  sum = 0.0
  for s in 0...terms.size
    sum += terms[s]
  end
  factor = { 'sum' => 1, 'mean' => 1.0 / terms.size }
  factor['element-mean'] = 1.0 / (terms.size * outputs)
  sum * factor[reduction]
end

# Chapter 9 · learning
# Returns the list of parameter - learning rate * gradient.
def updated(parameters, gradients, learning_rate) # [n], [n], number
  values = []
  for n in 0...parameters.size
    values << parameters[n] - learning_rate * gradients[n]
  end
  values
end

# The matrix track · multiply
# Returns the product, a list of lists:
# [r][c] is the sum over q of left[r][q] * right[q][c].
def multiply(left, right) # left[r][q], right[q][c]
  product = []
  for r in 0...left.size
    product << []
    for c in 0...right[0].size
      sum = 0.0
      for q in 0...right.size
        sum += left[r][q] * right[q][c]
      end
      product[r] << sum
    end
  end
  product
end

# Ready: nothing is left to write from here on. It reads questions, calls the functions above,
# and answers with whatever they return so far.
PROBLEMS = {} # why a function gives nothing to the question at hand
LEFT_OUT = ENV['BACKPROP_LEAVE_OUT'] # 'backprop follow' wants to know who is called

def tried(name, sizes, *arguments) # what a function returns, if it has these sizes
  mark("calling #{name}")
  return nothing(name, kind: 'left-out') if (LEFT_OUT || '').split.include?(name)
  begin
    value = send(name, *Marshal.load(Marshal.dump(arguments)))
    problem = { kind: 'returned-nothing' }
  rescue StandardError, NotImplementedError, NoMemoryError, SystemStackError => error
    message = "#{error.class}: #{error.message.lines.first.to_s.chomp}"
    line = error.backtrace.first[/:(\d+)/, 1].to_i
    problem = { kind: 'stopped', message: message, line: line }
  end
  mark("back from #{name}")
  return nothing(name, **problem) if value.nil?
  fits?(value, sizes) ? value : nothing(name, **misfit(value, sizes))
end

def mark(text)
  warn("backprop: #{text}") if LEFT_OUT
end

def nothing(name, **problem)
  PROBLEMS[name] ||= { function: name, **problem }
  nil
end

def fits?(value, sizes) # [] is a number, [2] a list of 2 numbers, [2, 3] 2 lists of 3
  return value.is_a?(Integer) || value.is_a?(Float) if sizes.empty?
  whole = value.is_a?(Array) && value.size == sizes[0]
  whole && value.all? { |each| fits?(each, sizes[1..]) }
end

def misfit(value, sizes)
  problem = { kind: 'unfit', message: spelled(value), sizes: sizes }
  return problem if sizes.empty? || !value.is_a?(Array)
  found = sizes_of(value)
  found == sizes.join(' x ') ? problem : { **problem, found: found }
end

def sizes_of(rows) # 2 x 3, or 2 x 3 or 4 if the rows differ
  widths = rows.grep(Array).map(&:size).uniq
  rows.size.to_s + (widths.empty? ? '' : " x #{widths.join(' or ')}")
end

def spelled(value) # as much as has room in a sentence
  text = value.inspect
  text.size > 60 ? text[0, 60].sub(/,[^,]*\z/, ',') + ' …' : text
end

def one_sample(layers, inputs, targets)
  steps = layers.map { {} }
  a = inputs
  layers.zip(steps) do |layer, step|
    weights, biases = layer.values_at('weights', 'biases')
    step['inputs'] = a
    if biases.size == 1
      only = tried('pre_activation', [], weights[0], a, biases[0])
      z = [only] unless only.nil?
    else
      z = tried('pre_activations', [biases.size], weights, a, biases)
    end
    return steps if z.nil?
    step['preActivations'] = z
    a = z.map { |each| tried('sigmoid', [], each) }
    return steps if a.include?(nil)
    step['activations'] = a
  end
  steps[-1]['cost'] = tried('cost', [], a, targets)
  delta = tried('output_delta', [targets.size], steps[-1]['preActivations'], a, targets)
  (steps.size - 1).downto(0) do |l|
    return steps if delta.nil?
    step = steps[l]
    step['deltas'] = delta
    step['biasGradients'] = tried('bias_gradients', [delta.size], delta)
    sizes = [delta.size, step['inputs'].size]
    step['weightGradients'] = tried('weight_gradients', sizes, delta, step['inputs'])
    next if l == 0
    before = steps[l - 1]['preActivations']
    delta = tried('hidden_delta', [before.size], layers[l]['weights'], delta, before)
  end
  steps
end

def batch(reduction, outputs, samples) # of one number from each sample, or of lists of them
  return nil if samples.include?(nil)
  return samples[0] if samples.size == 1 && reduction == 'sum'
  return tried('reduced', [], samples, reduction, outputs) unless samples[0].is_a?(Array)
  entries = samples.transpose.map { |each| batch(reduction, outputs, each) }
  entries.include?(nil) ? nil : entries
end

def answer(question)
  layers, reduction, targets = question.values_at('layers', 'reduction', 'targets')
  turned = question['weightLayout'] == 'inputs-by-outputs'
  turn = lambda do |rows|
    turned && rows ? tried('transpose', [rows[0].size, rows.size], rows) : rows
  end
  layers.each { |layer| layer['weights'] = turn.call(layer['weights']) }
  return { layers: layers.map { {} } } unless layers.all? { |layer| layer['weights'] }
  samples = question['inputs'].zip(targets).map { |each| one_sample(layers, *each) }
  outputs = targets[0].size
  answers = layers.each_index.map do |l|
    given = {}
    ['preActivations', 'activations', 'deltas'].each do |name|
      rows = samples.map { |sample| sample[l][name] }
      given[name] = rows unless rows.include?(nil)
    end
    biases = batch(reduction, outputs, samples.map { |sample| sample[l]['biasGradients'] })
    weights = batch(reduction, outputs, samples.map { |sample| sample[l]['weightGradients'] })
    rate = question['learningRate']
    if rate && biases && weights
      update = ->(old, slopes) { tried('updated', [old.size], old, slopes, rate) }
      rows = layers[l]['weights'].zip(weights).map { |old, slopes| update.call(old, slopes) }
      given['updatedBiases'] = update.call(layers[l]['biases'], biases)
      given['updatedWeights'] = turn.call(rows) unless rows.include?(nil)
    end
    { **given, 'biasGradients' => biases, 'weightGradients' => turn.call(weights) }.compact
  end
  { cost: batch(reduction, outputs, samples.map { |sample| sample[-1]['cost'] }), layers: answers }
end

def not_known(question) # why this program cannot answer; teach it more, and say less here
  names = question['layers'].map { |layer| layer['activation'] } + [question['cost']]
  other = names.find { |name| !['sigmoid', 'half-squared-error'].include?(name) }
  other && { unsupported: "no #{other}" }
end

ANSWERS = $stdout.dup
$stdout.reopen($stderr) # what you print is no answer

$stdin.each_line do |line|
  question = JSON.parse(line)
  fields = { format: 'backprop-gradients-1', name: question['name'] }
  PROBLEMS.clear
  mark("asked #{question['name']}")
  if question['matrices'] # the matrix track asks for one function's value
    matrix = tried(question['function'], question['sizes'], *question['matrices'])
    fields = { name: question['name'], matrix: matrix }
  else
    fields.merge!(not_known(question) || answer(question))
  end
  fields[:problems] = PROBLEMS.values unless PROBLEMS.empty?
  ANSWERS.puts(JSON.generate(fields.compact, allow_nan: true))
  ANSWERS.flush
end
