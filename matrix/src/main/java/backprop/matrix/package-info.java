/**
 * Backpropagation with nothing but matrices and transposes, every gradient as one product.
 *
 * <p>Its twin computes the same with {@code for} loops, term by term: the same files, the same
 * methods in the same order, the same steps, the same bits. Read the two side by side.
 *
 * <h2>The alphabet</h2>
 *
 * <pre>
 * i  neuron of the layer before       activations[i][s]      samples are columns
 * j  neuron of this layer             weights[j][i]          a row per receiving neuron
 * k  neuron of the next layer         forwardWeights[k][j]   the next layer's weights
 * s  sample                           delta[j][s]            ∂cost/∂preActivation
 * l  layer, 1..L                      activations(0)         the inputs
 * </pre>
 *
 * <h2>The slot rule: why the transposes appear</h2>
 *
 * <p>A matrix product reads its indices in one way only: result[r][c] = Σq left[r][q] ·
 * right[q][c].
 *
 * <ol>
 *   <li>The loop names three indices: r and c stand on the result, in this order; q is the one
 *       summed.
 *   <li>The factor that carries r goes left, the factor that carries c goes right.
 *   <li>Left must read [r][q], right must read [q][c]. A factor that reads the other way round gets
 *       a T.
 * </ol>
 *
 * <p>It needs no shapes, so it decides square matrices too. It holds in every layout; step 7 is
 * shown before it is multiplied by f′(Z):
 *
 * <pre>
 * samples in   weights   step 1   step 6   step 7   who writes so
 * columns      [j][i]    W·A      Δ·Aᵀ     Fᵀ·Δ     the Perl article, Nielsen, this project
 * columns      [i][j]    Wᵀ·A     A·Δᵀ     F·Δ      some courses, hand-written C
 * rows         [i][j]    A·W      Aᵀ·Δ     Δ·Fᵀ     NumPy texts, Keras, the O'Reilly book
 * rows         [j][i]    A·Wᵀ     Δᵀ·A     Δ·F      PyTorch's nn.Linear
 * </pre>
 *
 * <h2>The numeric rules: why every bit is equal</h2>
 *
 * <ol>
 *   <li>Every sum starts at 0.0 and adds its terms one by one in ascending index order.
 *   <li>Products first, then the bias.
 *   <li>A sum over the batch is scaled once, at the end, by one factor.
 *   <li>The hidden delta is summed first, then multiplied once by f′(z).
 *   <li>exp, log and tanh come from {@link StrictMath}, whose bits the platform specifies.
 *   <li>A matrix is stored as plain rows; blocks would sum in another order.
 *   <li>Equal means equal raw bits, never {@code ==} and never a tolerance.
 *   <li>Softmax is shifted by the largest value and normalised per sample; sigmoid and its
 *       derivative keep their accuracy for every z; 0·log 0 is 0.
 *   <li>The derivative of relu at 0 is 0, of leaky relu its negative slope.
 * </ol>
 */
package backprop.matrix;
