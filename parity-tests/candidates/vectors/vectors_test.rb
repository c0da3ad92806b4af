# Holds a program against the vendored vectors, without a JDK: ruby vectors_test.rb
require "minitest/autorun"
require_relative "backprop"

class VectorsTest < Minitest::Test
  File.foreach(ENV.fetch("VECTORS", "golden-plain.txt"), chomp: true).each_slice(3).with_index(1) do |(question, expected, allowed), number|
    define_method("test_case_#{number}") do
      found = answer(question)
      skip found unless found.start_with?("gradients")
      numbers = [found, expected, allowed].map { |line| line.split.drop(2).map(&:to_f) } # after the cost
      assert_equal numbers[1].size, numbers[0].size
      numbers.transpose.each { |f, e, a| assert_operator (f - e).abs, :<=, a }
    end
  end
end
