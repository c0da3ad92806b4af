# Backpropagation with a column per sample, asked in the plain protocol: julia backprop.jl
const VALUE = Dict("identity" => z -> z, "sigmoid" => z -> 1 / (1 + exp(-z)), "tanh" => tanh, "relu" => z -> max(z, 0.0))
const SLOPE = Dict("identity" => a -> 1.0, "sigmoid" => a -> a * (1 - a), # f'(z), told by a = f(z)
                   "tanh" => a -> 1 - a^2, "relu" => a -> a > 0 ? 1.0 : 0.0)
function answer(line)
    words = split(line)[2:end]
    take(count) = splice!(words, 1:count)
    numbers(rows, columns) = reshape(parse.(Float64, take(rows * columns)), rows, columns)
    depth, samples, cost, reduction, _, inputs = take(6)
    n, samples = [parse(Int, inputs)], parse(Int, samples)
    f, biased, W, b = String[], Bool[], Matrix{Float64}[], Matrix{Float64}[]
    for l in 1:parse(Int, depth)
        outputs, name, flag = take(3)
        push!(n, parse(Int, outputs)); push!(f, name); push!(biased, flag == "1")
        push!(W, permutedims(numbers(n[l], n[l+1])))
        push!(b, biased[l] ? numbers(n[l+1], 1) : zeros(n[l+1], 1))
    end
    if occursin("entropy", cost) || !all(name -> haskey(VALUE, name), f)
        return "unsupported"
    end
    data = numbers(n[1] + n[end], samples)
    A = [data[1:n[1], :]]
    for l in eachindex(W)
        push!(A, VALUE[f[l]].(W[l] * A[l] .+ b[l]))
    end
    times = cost == "squared-error" ? 2.0 : 1.0
    divisor = Dict("sum" => 1, "mean" => samples, "element-mean" => samples * n[end])[reduction]
    D = times * (A[end] - data[n[1]+1:end, :]) .* SLOPE[f[end]].(A[end])
    gradients = Float64[]
    for l in reverse(eachindex(W))
        biases = biased[l] ? vec(sum(D, dims=2)) : Float64[]
        gradients = [vec(permutedims(D * A[l]')); biases; gradients]
        l > 1 && (D = W[l]' * D .* SLOPE[f[l-1]].(A[l]))
    end
    return "gradients ? " * join(gradients / divisor, " ")
end
abspath(PROGRAM_FILE) == @__FILE__() && foreach(line -> (println(answer(line)); flush(stdout)), eachline())
