package backprop.parity.training.data;

import java.util.Arrays;

/** What an IDX file can hold, as far as its number of dimensions says. */
enum IdxContent {
  /** Samples × rows × columns, or only samples × inputs. */
  PICTURES(3, 2),
  /** One number per sample. */
  LABELS(1, 1);

  private final int usualDimensions;
  private final int leastDimensions;

  IdxContent(int usualDimensions, int leastDimensions) {
    this.usualDimensions = usualDimensions;
    this.leastDimensions = leastDimensions;
  }

  /** Whether a magic number announces it. */
  boolean isAnnouncedBy(int magic) {
    int dimensions = IdxHeader.dimensions(magic);
    return magic >>> Short.SIZE == 0
        && IdxHeader.type(magic).isPresent()
        && dimensions >= leastDimensions
        && dimensions <= usualDimensions;
  }

  /** What a magic number announces, for messages. */
  static String announcedBy(int magic) {
    String number = hex(magic);
    return Arrays.stream(values())
        .filter(content -> content.isAnnouncedBy(magic))
        .findFirst()
        .map(content -> "%s (magic number %s)".formatted(content.word(), number))
        .orElse("the magic number " + number);
  }

  /** Such as {@code pictures (magic number 0x00000803)}, the number that MNIST's files have. */
  @Override
  public String toString() {
    return "%s (magic number %s)".formatted(word(), hex(0x0800 + usualDimensions));
  }

  private String word() {
    return this == PICTURES ? "pictures" : "labels";
  }

  private static String hex(int magic) {
    return "0x%08x".formatted(magic);
  }
}
