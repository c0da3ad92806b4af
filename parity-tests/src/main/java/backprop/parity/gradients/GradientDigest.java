package backprop.parity.gradients;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.ExtremeCases;
import backprop.parity.suites.RandomCases;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * All the bits of a fixed suite in one line of text, so that two machines can compare them.
 *
 * <p>SHA-256 over every entry of every step of every case but the input gradients, which few
 * programs give, in the order of {@link Quantity}, each as its 64 bits, the highest first. A zero
 * counts as positive, because JavaScript writes no other and Perl multiplies whole numbers without
 * signed zeros. EXACT.md says all of this for programs in other languages.
 */
public final class GradientDigest {
  private static final int SEED = 1;
  private static final int RANDOM_CASES = 120;

  /** Has no factor in common with the numbers of activations, costs and reductions. */
  private static final int EVERY_SEVENTH = 7;

  private GradientDigest() {}

  /** Random networks, one above 4096 weights, and a share of every extreme. */
  public static List<Case> suite() {
    List<Case> suite = new ArrayList<>();
    RandomCases random = new RandomCases(SEED);
    for (int number = 0; number < RANDOM_CASES; number++) {
      suite.add(random.next());
    }
    Objective ending = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    int[] widths = {65, 64, 10};
    suite.add(random.next("large", widths, 3, List.of(Activation.TANH), ending));
    for (ExtremeCases extreme : ExtremeCases.values()) {
      List<Case> extremes = extreme.all();
      for (int index = 0; index < extremes.size(); index += EVERY_SEVENTH) {
        suite.add(extremes.get(index));
      }
    }
    return suite;
  }

  /**
   * The digest of one source's answers to the suite, 64 hexadecimal digits.
   *
   * @throws MissingStep if the source leaves a step out
   */
  public static String of(GradientSource source) {
    return of(source, suite());
  }

  /**
   * The digest of one source's answers to any cases.
   *
   * @throws MissingStep if the source leaves a step out
   */
  public static String of(GradientSource source, List<Case> cases) {
    MessageDigest digest = sha256();
    OutputStream nowhere = OutputStream.nullOutputStream();
    try (DataOutputStream bits = new DataOutputStream(new DigestOutputStream(nowhere, digest))) {
      for (Case question : cases) {
        write(question, source.answer(question), bits);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void write(Case question, Result result, DataOutputStream bits)
      throws IOException {
    write(result.cost().orElseThrow(() -> missing(question, "cost")), bits);
    for (int l = 1; l <= result.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        if (isHashed(quantity, question, l)) {
          String name = "%s[%d]".formatted(quantity.fieldName(), l);
          write(result.values(quantity, l).orElseThrow(() -> missing(question, name)), bits);
        }
      }
    }
  }

  private static boolean isHashed(Quantity quantity, Case question, int l) {
    return switch (quantity) {
      case PRE_ACTIVATIONS, ACTIVATIONS, DELTAS, WEIGHT_GRADIENTS -> true;
      case BIAS_GRADIENTS -> question.hasBiases(l);
      case UPDATED_WEIGHTS -> question.learningRate().isPresent();
      case UPDATED_BIASES -> question.learningRate().isPresent() && question.hasBiases(l);
      case INPUT_GRADIENTS -> false;
    };
  }

  private static void write(double[][] values, DataOutputStream bits) throws IOException {
    for (double[] row : values) {
      for (double value : row) {
        write(value, bits);
      }
    }
  }

  /** Adding 0.0 makes every zero positive and leaves everything else. */
  private static void write(double value, DataOutputStream bits) throws IOException {
    bits.writeLong(Bits.of(value + 0.0));
  }

  private static MissingStep missing(Case question, String name) {
    return new MissingStep("case %s: no %s".formatted(question.name(), name));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
