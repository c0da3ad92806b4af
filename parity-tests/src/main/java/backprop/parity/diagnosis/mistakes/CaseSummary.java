package backprop.parity.diagnosis.mistakes;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Spelling;
import java.util.stream.Collectors;

/** A case in one line: {@code 2-3-2, sigmoid, softmax; cross-entropy, mean of 4}. */
public final class CaseSummary {
  private CaseSummary() {}

  /** The widths and activations of the layers, the cost, the reduction and the samples. */
  public static String of(Case question) {
    Network network = question.network();
    String widths =
        network.layers().stream()
            .map(layer -> "-" + layer.outputs())
            .collect(Collectors.joining("", "" + network.layer(1).inputs(), ""));
    String activations =
        network.layers().stream()
            .map(Layer::activation)
            .map(Spelling::of)
            .collect(Collectors.joining(", "));
    return "%s, %s; %s, %s of %d"
        .formatted(
            widths,
            activations,
            Spelling.of(network.cost()),
            Spelling.of(network.reduction()),
            question.samples());
  }
}
