package backprop.parity.training.data;

/**
 * How the inputs of a sample lie in its picture: row by row, from the top left.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PictureSize(int width, int height) {
  /** The number of pixels. */
  public int pixels() {
    return width * height;
  }
}
