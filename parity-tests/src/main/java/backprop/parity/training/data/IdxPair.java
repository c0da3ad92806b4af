package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures in one IDX file and their labels in another beside it: {@code train-images-idx3-ubyte} and
 * {@code train-labels-idx1-ubyte}, as MNIST names them, with a dot before {@code idx} or a hyphen,
 * and each with {@code .gz} behind it or not. If {@code t10k-images-…} lies beside them, it is the
 * part held out. There are ten classes, or as many as the largest label needs.
 *
 * @param pictures the file of the pictures
 */
record IdxPair(Path pictures) {
  private static final int CLASSES_OF_MNIST = 10;
  private static final List<String> USUAL_NAMES =
      List.of("train-images-idx3-ubyte", "train-images.idx3-ubyte");

  /**
   * MNIST's pair to train with.
   *
   * @throws InvalidInput if the folder has none
   */
  static IdxPair inFolder(Path folder) {
    return USUAL_NAMES.stream()
        .flatMap(name -> existing(folder.resolve(name)).stream())
        .findFirst()
        .map(IdxPair::new)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "%s: expected a file of data, found a folder without %s."
                        .formatted(folder, USUAL_NAMES.get(0))));
  }

  /** The files that are read, as far as they are there. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(List.of(pictures));
    labels().ifPresent(files::add);
    toTestWith().ifPresent(pair -> files.addAll(pair.files()));
    return files;
  }

  /**
   * Reads it, and the pair to test with if there is one.
   *
   * @throws InvalidInput if anything is wrong with one of the files, or they do not fit together
   */
  TrainingData read() {
    Contents learned = contents();
    int first = learned.labels()[0];
    if (Arrays.stream(learned.labels()).allMatch(label -> label == first)) {
      String sentence = "%s: expected at least two different labels, found %d only.";
      throw new InvalidInput(sentence.formatted(labelsFile(), first));
    }
    Optional<IdxPair> test = toTestWith();
    Optional<Contents> tested = test.map(IdxPair::contents);
    int largest =
        IntStream.concat(
                Arrays.stream(learned.labels()),
                tested.stream().flatMapToInt(contents -> Arrays.stream(contents.labels())))
            .max()
            .orElseThrow();
    int classes = StrictMath.max(CLASSES_OF_MNIST, largest + 1);
    DataSet training = dataSet(learned, classes);
    Optional<DataSet> heldOut = tested.map(contents -> test.get().dataSet(contents, classes));
    if (heldOut.isPresent() && heldOut.get().inputs() != training.inputs()) {
      String sentence = "%s: expected pictures of %d pixels as in %s, found %d.";
      throw new InvalidInput(
          sentence.formatted(
              test.get().pictures, training.inputs(), pictures, heldOut.get().inputs()));
    }
    return new TrainingData(training, heldOut);
  }

  private record Contents(IdxFile.Pictures pictures, int[] labels) {}

  private Contents contents() {
    IdxFile.Pictures read = IdxFile.pictures(pictures);
    Contents contents = new Contents(read, IdxFile.labels(labelsFile()));
    int expected = read.inputs().length;
    if (contents.labels().length != expected) {
      String sentence = "%s: expected %d labels, one for each picture in %s, found %d.";
      throw new InvalidInput(
          sentence.formatted(labelsFile(), expected, pictures, contents.labels().length));
    }
    return contents;
  }

  private DataSet dataSet(Contents contents, int classes) {
    double[][] targets = DataSet.oneHot(contents.labels(), classes);
    List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    String name = Printable.part(pictures.getFileName().toString());
    IdxFile.Pictures read = contents.pictures();
    return new DataSet(name, read.inputs(), targets, names, Optional.of(read.size()))
        .withPlaces(s -> "picture " + (s + 1) + " of " + name);
  }

  private Path labelsFile() {
    if (!pictures.getFileName().toString().contains("images")) {
      String sentence = "%s: expected \"images\" in the name, for that of the labels to be known.";
      throw new InvalidInput(sentence.formatted(pictures));
    }
    String sentence = "%s: expected its labels in %s beside it, found nothing there.";
    return labels().orElseThrow(() -> new InvalidInput(sentence.formatted(pictures, labelsName())));
  }

  private Optional<Path> labels() {
    boolean named = pictures.getFileName().toString().contains("images");
    return named ? existing(pictures.resolveSibling(labelsName())) : Optional.empty();
  }

  private String labelsName() {
    return withoutGz().replace("images", "labels").replace("idx3", "idx1");
  }

  private Optional<IdxPair> toTestWith() {
    return withoutGz().startsWith("train")
        ? existing(pictures.resolveSibling(withoutGz().replaceFirst("train", "t10k")))
            .map(IdxPair::new)
        : Optional.empty();
  }

  private String withoutGz() {
    return pictures.getFileName().toString().replaceFirst("\\.gz$", "");
  }

  /** A file without .gz, or else the one with it. */
  private static Optional<Path> existing(Path plain) {
    return Stream.of(plain, plain.resolveSibling(plain.getFileName() + ".gz"))
        .filter(Files::exists)
        .findFirst();
  }
}
