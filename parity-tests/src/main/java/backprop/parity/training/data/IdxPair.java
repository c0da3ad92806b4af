package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures in one IDX file and their labels in another beside it: {@code train-images-idx3-ubyte} and
 * {@code train-labels-idx1-ubyte}, as MNIST names them, with a dot before {@code idx} or a hyphen,
 * and each with {@code .gz} behind it or not. If {@code t10k-images-…} lies beside them, it is the
 * part held out.
 */
final class IdxPair {
  private static final int CLASSES_OF_MNIST = 10;
  private static final List<String> USUAL_NAMES =
      List.of("train-images-idx3-ubyte", "train-images.idx3-ubyte");

  private final Path pictures;

  private IdxPair(Path pictures) {
    this.pictures = pictures;
  }

  /** The pair to which a file of pictures belongs. */
  static IdxPair ofPictures(Path pictures) {
    return new IdxPair(pictures);
  }

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
    if (isNamedAfterPictures()) {
      existing(labelsPath()).ifPresent(files::add);
    }
    toTestWith().ifPresent(pair -> files.addAll(pair.files()));
    return files;
  }

  /**
   * Reads it, and the pair to test with if there is one.
   *
   * @throws InvalidInput if anything is wrong with one of the files, or they do not fit together
   */
  TrainingData read(DataOptions options, MemoryBudget room) {
    if (options.targets().isPresent() || options.separator().isPresent()) {
      String sentence = "%s: expected a CSV for --targets or --separator, found an IDX file.";
      throw new InvalidInput(sentence.formatted(pictures));
    }
    int classes = options.classes().orElse(CLASSES_OF_MNIST);
    DataSet training = read(classes, room);
    requireDifferent(training);
    Optional<DataSet> heldOut = toTestWith().map(pair -> pair.read(classes, room.beside(training)));
    heldOut.ifPresent(part -> requireSameSize(training, part));
    return new TrainingData(training, heldOut);
  }

  private DataSet read(int classes, MemoryBudget room) {
    try (IdxFile images = IdxFile.open(pictures, IdxContent.PICTURES, room.fileBytes());
        IdxFile labels = IdxFile.open(labelsFile(), IdxContent.LABELS, room.fileBytes())) {
      if (images.header().samples() != labels.header().samples()) {
        String sentence = "%s: expected %d labels, one for each picture in %s, found %d.";
        int found = labels.header().samples();
        throw new InvalidInput(
            sentence.formatted(labels.path(), images.header().samples(), pictures, found));
      }
      double[][] targets = OneHot.targets(labels.labels(classes), classes);
      List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
      String name = Printable.part(pictures.getFileName().toString());
      DataSet read =
          new DataSet(name, images.inputs(room), targets, names, images.header().pictures());
      return read.withPlaces(SamplePlaces.counted("picture", name, read.size()));
    }
  }

  private Path labelsFile() {
    if (!isNamedAfterPictures()) {
      String sentence = "%s: expected \"images\" in the name, for that of the labels to be known.";
      throw new InvalidInput(sentence.formatted(pictures));
    }
    Path labels = labelsPath();
    return existing(labels)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "%s: expected its labels in %s beside it, found nothing there."
                        .formatted(pictures, labels.getFileName())));
  }

  private boolean isNamedAfterPictures() {
    return pictures.getFileName().toString().contains("images");
  }

  private Path labelsPath() {
    String name = pictures.getFileName().toString();
    return sibling(name.replace("images", "labels").replace("idx3", "idx1"));
  }

  private Optional<IdxPair> toTestWith() {
    String name = pictures.getFileName().toString();
    return name.startsWith("train")
        ? existing(sibling(name.replaceFirst("train", "t10k"))).map(IdxPair::new)
        : Optional.empty();
  }

  private Path sibling(String name) {
    return pictures.resolveSibling(name.replaceFirst("\\.gz$", ""));
  }

  /** A file without .gz, or else the one with it. */
  private static Optional<Path> existing(Path plain) {
    return Stream.of(plain, plain.resolveSibling(plain.getFileName() + ".gz"))
        .filter(Files::exists)
        .findFirst();
  }

  private void requireDifferent(DataSet training) {
    int first = DataSet.decision(training.target(0));
    for (int s = 1; s < training.size(); s++) {
      if (DataSet.decision(training.target(s)) != first) {
        return;
      }
    }
    String sentence = "%s: expected at least two different labels, found %d only.";
    throw new InvalidInput(sentence.formatted(labelsFile(), first));
  }

  private void requireSameSize(DataSet training, DataSet heldOut) {
    if (training.inputs() != heldOut.inputs()) {
      String sentence = "%s: expected pictures of %d pixels as in %s, found %d.";
      Path test = toTestWith().orElseThrow().pictures;
      throw new InvalidInput(
          sentence.formatted(test, training.inputs(), pictures, heldOut.inputs()));
    }
  }
}
