# Holds a program against the vendored vectors, without a JDK: julia vectors.jl
using Test
include("backprop.jl")
numbers(line) = parse.(Float64, split(line)[3:end]) # after the cost
@testset "every vector" begin
    for vector in Iterators.partition(eachline(get(ENV, "VECTORS", "golden-plain.txt")), 3)
        found = answer(vector[1])
        startswith(found, "gradients") || continue
        f, e, a = numbers(found), numbers(vector[2]), numbers(vector[3])
        @test length(f) == length(e) && all(abs.(f - e) .<= a)
    end
end
