package backprop.parity.training.report;

import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A sample that was read as another class than its own.
 *
 * @param sample from 0, among those judged
 * @param was its class
 * @param readAs the class that the outputs stand for
 * @param certainty what the outputs give that class
 */
record MisreadSample(int sample, int was, int readAs, double certainty) {
  /** All of them, the most certain errors first. */
  static List<MisreadSample> of(TrainingRun run) {
    DataSet judged = run.judged();
    List<MisreadSample> misread = new ArrayList<>();
    for (int s = 0; s < judged.size(); s++) {
      double[] outputs = run.outputs()[s];
      int readAs = DataSet.decision(outputs);
      if (readAs != judged.label(s)) {
        misread.add(new MisreadSample(s, judged.label(s), readAs, certainty(outputs, readAs)));
      }
    }
    misread.sort(Comparator.comparingDouble(MisreadSample::order).reversed());
    return misread;
  }

  private static double certainty(double[] outputs, int readAs) {
    if (outputs.length > 1) {
      return outputs[readAs];
    }
    return readAs == 1 ? outputs[0] : 1.0 - outputs[0];
  }

  /** What is not a number comes last. */
  private double order() {
    return Double.isNaN(certainty) ? Double.NEGATIVE_INFINITY : certainty;
  }

  /** As a share, if the outputs can be shares at all. */
  String certaintyText(boolean shares) {
    return shares ? ReportWording.percent(100.0 * certainty) : ReportWording.number(certainty);
  }

  /** Whether all outputs lie from 0 to 1, and a certainty can be told in percent. */
  static boolean shares(TrainingRun run) {
    for (double[] outputs : run.outputs()) {
      for (double output : outputs) {
        if (!(output >= 0.0 && output <= 1.0)) {
          return false;
        }
      }
    }
    return true;
  }
}
