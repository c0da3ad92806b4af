package backprop.parity.training;

import backprop.parity.cli.Run;

/** What {@code train} has printed. */
final class TrainOutput {
  private TrainOutput() {}

  /** With every text on one line again that was too long for one. */
  static String unwrapped(Run run) {
    return run.output().replaceAll("\n {10}(?! )", " ");
  }
}
