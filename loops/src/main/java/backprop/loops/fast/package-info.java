/**
 * The sums of the textbook loops, each in its order, arranged for the machine.
 *
 * <p>Every number has the same bits as in {@link backprop.loops}, many times as fast on large
 * networks. Read that package first: it says what is computed. This one says only where the numbers
 * lie.
 *
 * <h2>Why the order of a sum is left alone</h2>
 *
 * <p>A processor adds eight numbers with one instruction. To let it add eight terms of <em>one</em>
 * sum, the sum would have to be split into eight, which rounds in other places: other bits. But a
 * layer has hundreds of sums that have nothing to do with each other. So the innermost loop runs
 * across results, and adds to each its next term:
 *
 * <pre>
 * textbook                                  here
 * for r                                     for r
 *   for c                                     for q
 *     sum = 0.0                                 for c
 *     for q                                       sums[r][c] += left[r][q] * right[q][c]
 *       sum += left[r][q] * right[q][c]
 * </pre>
 *
 * <p>Two loops have changed places. Each sum still starts at 0.0 and takes term 0, 1, 2, ... one by
 * one; eight sums take theirs at the same time. Threads share out rows r, which splits no sum
 * either.
 *
 * <h2>The slot rule again, as memory layout</h2>
 *
 * <p>That inner loop goes along the rows of {@code right}, so the left factor must read [r][q] and
 * the right one [q][c]: the rule that says where matrices need a T. Here it says which factor is
 * copied with its two indices swapped. Samples are rows here, as in most data, so the transposes
 * are those of that layout:
 *
 * <pre>
 * step                 left                 right                 q  transposed copy of
 * 1 pre-activations    activations[s][i]    weights[j][i]         i  weights, when they change
 * 6 weight gradients   delta[s][j]          activations[s][i]     s  delta, which is small
 * 7 hidden delta       forwardDelta[s][k]   forwardWeights[k][j]  k  nothing
 * </pre>
 *
 * <h2>What is left to gain</h2>
 *
 * <p>On long rows the kernel comes close to what a processor can multiply and add in that order. On
 * short ones it does not: HotSpot takes the columns before the first eight that lie together in the
 * memory, and those after the last, one at a time. Of 100 columns that are up to 15, and they can
 * take a quarter of the time. No program in Java can say where an array begins. To multiply and add
 * with one rounding, as libraries do, would give other bits.
 *
 * <h2>The files</h2>
 *
 * <p>{@link backprop.loops.fast.Workspace} is what to use. {@code Product} is the one product,
 * {@code FirstTerms} and {@code Kernel} its innermost loops, {@code Registers} how many rows they
 * take; {@code FastLayer} the steps; {@code
 * ActivationRow} and {@code OutputRow} what is not a product, {@code SigmoidRow} the activation
 * that costs most; {@code AlignedRows} the memory; {@code Crew} the threads; {@code Descent} step 8
 * with an optimiser of {@link backprop.loops.optimisers}, whose memory {@code ParameterRows} holds.
 */
package backprop.loops.fast;
