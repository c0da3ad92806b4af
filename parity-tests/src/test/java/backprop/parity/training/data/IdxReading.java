package backprop.parity.training.data;

import backprop.parity.damage.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Pictures with their labels, one of the two files damaged. */
public final class IdxReading implements Reading {
  private static final String PICTURES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  private final Path pictures;
  private final Path damaged;
  private final byte[] whole;

  private IdxReading(Path pictures, Path damaged, byte[] whole) {
    this.pictures = pictures;
    this.damaged = damaged;
    this.whole = whole;
  }

  /** The pictures are damaged. */
  public static IdxReading ofPictures(Path folder) throws IOException {
    Path own = Files.createTempDirectory(folder, "pictures");
    Files.write(own.resolve(LABELS), IdxBytes.labels(1, 2, 3));
    return new IdxReading(own.resolve(PICTURES), own.resolve(PICTURES), IdxBytes.pictures(3));
  }

  /** The labels are. */
  public static IdxReading ofLabels(Path folder) throws IOException {
    Path own = Files.createTempDirectory(folder, "labels");
    Files.write(own.resolve(PICTURES), IdxBytes.pictures(3));
    return new IdxReading(own.resolve(PICTURES), own.resolve(LABELS), IdxBytes.labels(1, 2, 3));
  }

  @Override
  public List<byte[]> examples() {
    return List.of(
        whole,
        IdxBytes.gzipped(whole),
        IdxBytes.header(IdxBytes.BYTES, Integer.MAX_VALUE, 1, 1),
        IdxBytes.header(IdxBytes.BYTES, 3, 1 << 20, 1 << 10),
        new byte[0]);
  }

  @Override
  public Optional<byte[]> read(byte[] input) throws IOException {
    Files.write(damaged, input);
    CsvReading.requireNumbers(DataFile.read(pictures, OptionalInt.empty()).training());
    return Optional.empty();
  }
}
