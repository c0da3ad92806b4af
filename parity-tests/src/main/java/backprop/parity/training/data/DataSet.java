package backprop.parity.training.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
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
  private final IntFunction<String> places;

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
    this(name, inputs, targets, classes, pictures, ColumnNames.NONE, s -> "row " + (s + 1));
  }

  private DataSet(
      String name,
      double[][] inputs,
      double[][] targets,
      List<String> classes,
      Optional<PictureSize> pictures,
      ColumnNames columns,
      IntFunction<String> places) {
    this.name = name;
    this.inputs = inputs;
    this.targets = targets;
    this.classes = List.copyOf(classes);
    this.pictures = pictures;
    this.columns = columns;
    this.places = places;
  }

  /**
   * Classes as targets: 1 for the output of the class, 0 for all others. Samples of one class share
   * their row, which for many samples saves much memory.
   *
   * @param labels one per sample, from 0 to below the number of classes
   * @return samples × classes
   */
  static double[][] oneHot(int[] labels, int classes) {
    double[][] ofClass = new double[classes][classes];
    for (int j = 0; j < classes; j++) {
      ofClass[j][j] = 1.0;
    }
    return Arrays.stream(labels).mapToObj(label -> ofClass[label]).toArray(double[][]::new);
  }

  /** The same samples with names for their columns. */
  public DataSet withColumns(ColumnNames names) {
    return new DataSet(name, inputs, targets, classes, pictures, names, places);
  }

  /** The same samples, which are found elsewhere than in rows. */
  DataSet withPlaces(IntFunction<String> found) {
    return new DataSet(name, inputs, targets, classes, pictures, columns, found);
  }

  /** The same samples with other inputs, which are no longer the pixels they were. */
  DataSet withInputs(double[][] rows) {
    return new DataSet(name, rows, targets, classes, Optional.empty(), columns, places);
  }

  /** The same samples with other targets. */
  DataSet withTargets(double[][] rows) {
    return new DataSet(name, inputs, rows, classes, pictures, columns, places);
  }

  /**
   * Some of the samples, in the order given.
   *
   * @param samples counted from 0, at least one
   */
  public DataSet subset(int... samples) {
    double[][] someInputs = new double[samples.length][];
    double[][] someTargets = new double[samples.length][];
    for (int s = 0; s < samples.length; s++) {
      someInputs[s] = inputs[samples[s]];
      someTargets[s] = targets[samples[s]];
    }
    IntFunction<String> somePlaces = s -> places.apply(samples[s]);
    return new DataSet(name, someInputs, someTargets, classes, pictures, columns, somePlaces);
  }

  /** These samples, then those of another set with the same columns and classes. */
  public DataSet followedBy(DataSet other) {
    int size = size();
    return new DataSet(
        name,
        Stream.of(inputs, other.inputs).flatMap(Arrays::stream).toArray(double[][]::new),
        Stream.of(targets, other.targets).flatMap(Arrays::stream).toArray(double[][]::new),
        classes,
        pictures,
        columns,
        s -> s < size ? places.apply(s) : other.places.apply(s - size));
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

  /** What goes in, samples × inputs; shared. */
  public double[][] inputRows() {
    return inputs;
  }

  /** What should come out, samples × outputs; shared. */
  public double[][] targetRows() {
    return targets;
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

  /** Where a sample, counted from 0, stands in the data as they were read: {@code line 111}. */
  public String place(int sample) {
    return places.apply(sample);
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

  /** A SHA-256 over every number, in hexadecimal digits. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.of(inputs, targets)
          .flatMap(Arrays::stream)
          .forEach(
              row -> {
                ByteBuffer bytes = ByteBuffer.allocate((row.length + 1) * Double.BYTES);
                bytes.putLong(row.length);
                Arrays.stream(row).forEach(bytes::putDouble);
                digest.update(bytes.array());
              });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
