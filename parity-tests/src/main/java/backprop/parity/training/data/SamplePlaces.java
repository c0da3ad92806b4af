package backprop.parity.training.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where each sample stands in the data as its reader has them: on which line, in which file. */
final class SamplePlaces {
  /** Shared, for there may be millions of samples. */
  private final Kind[] kinds;

  private final int[] numbers;

  /** What is counted, and in which file; the file is empty if there is only one. */
  private record Kind(String counted, String file) {}

  private SamplePlaces(Kind[] kinds, int[] numbers) {
    this.kinds = kinds;
    this.numbers = numbers;
  }

  /** Samples that are counted from 1 in the order they have. */
  static SamplePlaces counted(String what, String file, int samples) {
    return numbered(what, file, IntStream.rangeClosed(1, samples).toArray());
  }

  /** Samples with numbers of their own. */
  static SamplePlaces numbered(String what, String file, int... numbers) {
    Kind[] kinds = new Kind[numbers.length];
    Arrays.fill(kinds, new Kind(what, file));
    return new SamplePlaces(kinds, numbers);
  }

  SamplePlaces subset(int... samples) {
    return new SamplePlaces(
        Arrays.stream(samples).mapToObj(s -> kinds[s]).toArray(Kind[]::new),
        Arrays.stream(samples).map(s -> numbers[s]).toArray());
  }

  SamplePlaces followedBy(SamplePlaces other) {
    return new SamplePlaces(
        Stream.of(kinds, other.kinds).flatMap(Arrays::stream).toArray(Kind[]::new),
        IntStream.concat(Arrays.stream(numbers), Arrays.stream(other.numbers)).toArray());
  }

  /** Such as {@code line 111} or {@code picture 24 of t10k-images-idx3-ubyte}. */
  String text(int sample) {
    Kind kind = kinds[sample];
    String place = kind.counted() + " " + numbers[sample];
    return kind.file().isEmpty() ? place : place + " of " + kind.file();
  }
}
