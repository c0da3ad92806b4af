package backprop.parity.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Samples to learn from: what goes in, and what should come out.
 *
 * <p>The rows are shared, not copied, for there may be millions of numbers: nobody may write to
 * them. Two samples of the same class may even share their targets.
 */
public final class DataSet {
  private static final double EVEN_CHANCE = 0.5;

  private final String name;
  private final double[][] inputs;
  private final double[][] targets;
  private final List<String> classes;
  private final Optional<PictureSize> pictures;
  private final ColumnNames columns;
  private final SamplePlaces places;

  /**
   * Takes the rows as they are; the columns have no names, and the samples are rows.
   *
   * @param name what messages call it
   * @param inputs samples × inputs, at least one sample
   * @param targets samples × outputs
   * @param classes the name of what each output stands for, or for one output that of 0 and of 1;
   *     empty if the targets are measured and not chosen
   * @param pictures if the inputs are pixels
   */
  public DataSet(
      String name,
      double[][] inputs,
      double[][] targets,
      List<String> classes,
      Optional<PictureSize> pictures) {
    this(
        name,
        inputs,
        targets,
        classes,
        pictures,
        ColumnNames.NONE,
        SamplePlaces.counted("row", "", inputs.length));
  }

  private DataSet(
      String name,
      double[][] inputs,
      double[][] targets,
      List<String> classes,
      Optional<PictureSize> pictures,
      ColumnNames columns,
      SamplePlaces places) {
    this.name = name;
    this.inputs = inputs;
    this.targets = targets;
    this.classes = List.copyOf(classes);
    this.pictures = pictures;
    this.columns = columns;
    this.places = places;
  }

  /** The same samples with names for their columns. */
  public DataSet withColumns(ColumnNames names) {
    return new DataSet(name, inputs, targets, classes, pictures, names, places);
  }

  /** The same samples, which are found elsewhere than in rows. */
  DataSet withPlaces(SamplePlaces found) {
    return new DataSet(name, inputs, targets, classes, pictures, columns, found);
  }

  /**
   * The same samples with other inputs, which are no longer the pixels they were.
   *
   * @param rows samples × inputs
   */
  public DataSet withInputs(double[][] rows) {
    return new DataSet(name, rows, targets, classes, Optional.empty(), columns, places);
  }

  /**
   * The same samples with other targets.
   *
   * @param rows samples × outputs
   */
  public DataSet withTargets(double[][] rows) {
    return new DataSet(name, inputs, rows, classes, pictures, columns, places);
  }

  /**
   * Some of the samples, in the order given.
   *
   * @param samples counted from 0, at least one
   */
  public DataSet subset(int... samples) {
    double[][] someInputs = Arrays.stream(samples).mapToObj(this::input).toArray(double[][]::new);
    double[][] someTargets = Arrays.stream(samples).mapToObj(this::target).toArray(double[][]::new);
    SamplePlaces somePlaces = places.subset(samples);
    return new DataSet(name, someInputs, someTargets, classes, pictures, columns, somePlaces);
  }

  /** These samples, then those of another set with the same columns and classes. */
  public DataSet followedBy(DataSet other) {
    double[][] allInputs =
        Stream.of(inputs, other.inputs).flatMap(Arrays::stream).toArray(double[][]::new);
    double[][] allTargets =
        Stream.of(targets, other.targets).flatMap(Arrays::stream).toArray(double[][]::new);
    SamplePlaces allPlaces = places.followedBy(other.places);
    return new DataSet(name, allInputs, allTargets, classes, pictures, columns, allPlaces);
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The number of samples. */
  public int size() {
    return inputs.length;
  }

  /** The number of inputs of a sample. */
  public int inputs() {
    return inputs[0].length;
  }

  /** The number of outputs of a sample. */
  public int outputs() {
    return targets[0].length;
  }

  /** What goes in for a sample, counted from 0; shared. */
  public double[] input(int sample) {
    return inputs[sample];
  }

  /** What should come out for a sample, counted from 0; shared. */
  public double[] target(int sample) {
    return targets[sample];
  }

  /** The names of the classes; empty if the targets are measured and not chosen. */
  public List<String> classes() {
    return classes;
  }

  /** How the inputs lie in a picture, if they are pixels. */
  public Optional<PictureSize> pictures() {
    return pictures;
  }

  /** The names of the columns, as far as they have any. */
  public ColumnNames columns() {
    return columns;
  }

  /**
   * Where a sample stands in the data as they were read, such as {@code line 111}.
   *
   * @param sample counted from 0
   */
  public String place(int sample) {
    return places.text(sample);
  }

  /** The class of a sample, as an index of {@link #classes()}. */
  public int label(int sample) {
    return decision(targets[sample]);
  }

  /** The class that the outputs stand for: the largest, or of a single output the nearer one. */
  public static int decision(double[] outputs) {
    if (outputs.length == 1) {
      return outputs[0] >= EVEN_CHANCE ? 1 : 0;
    }
    int largest = 0;
    for (int j = 1; j < outputs.length; j++) {
      if (outputs[j] > outputs[largest]) {
        largest = j;
      }
    }
    return largest;
  }
}
