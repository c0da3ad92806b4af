package backprop.parity.training.descent;

import backprop.parity.training.data.DataSet;
import java.util.List;
import java.util.Map;

/**
 * A training that has come to its end, and all that a report tells of it.
 *
 * @param data what the report is called: the name of the data it learned from
 * @param settings what was asked for, in the order to show it: "layers" is "64-30-10", and so on
 * @param ending why it stopped, as a sentence
 * @param epochs in their order, at least one
 * @param judged the samples that the outputs answer: those held out, or all if none were
 * @param outputs of the trained network for them, samples × outputs
 */
public record TrainingRun(
    String data,
    Map<String, String> settings,
    String ending,
    List<Epoch> epochs,
    DataSet judged,
    double[][] outputs) {}
