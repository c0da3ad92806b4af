package backprop.loops;

/**
 * How the costs of a batch become one number: one factor, multiplied in once, after the sum.
 *
 * <p>Sources: sum, 「【上級編】ディープラーニングでのパラメータ計算方法」, section コスト関数の設定; mean,
 * 「誤差逆伝播法を簡単に説明してみる」, section 予測を変えると誤差が変化する.
 */
public enum Reduction {
  /** Over all samples. */
  SUM,
  /** Over all samples, per sample. */
  MEAN,
  /** Over all samples, per sample and output. */
  ELEMENT_MEAN;

  /** The factor for a batch of that many samples and a network of that many outputs. */
  public double factor(int samples, int outputs) {
    return switch (this) {
      case SUM -> 1.0;
      case MEAN -> 1.0 / samples;
      case ELEMENT_MEAN -> 1.0 / ((double) samples * outputs);
    };
  }
}
