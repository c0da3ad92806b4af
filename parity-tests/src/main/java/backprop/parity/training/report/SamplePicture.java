package backprop.parity.training.report;

import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.PictureSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The pixels of samples as grey pictures: the lowest number white as paper, the highest black. */
final class SamplePicture {
  /** Larger pictures are made smaller, so that the page stays light. */
  private static final int LARGEST_SIDE = 64;

  private static final int WHITE = 255;

  private final DataSet samples;
  private final PictureSize size;
  private final double lowest;
  private final double highest;

  SamplePicture(DataSet samples, PictureSize size) {
    this.samples = samples;
    this.size = size;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < samples.size(); s++) {
      for (double number : samples.input(s)) {
        if (Double.isFinite(number)) {
          low = StrictMath.min(low, number);
          high = StrictMath.max(high, number);
        }
      }
    }
    this.lowest = low;
    this.highest = high;
  }

  /** A sample as an address that holds the whole picture. */
  String address(int sample) {
    double[] pixels = samples.input(sample);
    int side = StrictMath.max(size.width(), size.height());
    int every = (side - 1) / LARGEST_SIDE + 1;
    int width = (size.width() - 1) / every + 1;
    int height = (size.height() - 1) / every + 1;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double number = mean(pixels, row * every, column * every, every);
        image.getRaster().setSample(column, row, 0, grey(number));
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  /** Of a square of pixels, as far as it lies in the picture. */
  private double mean(double[] pixels, int top, int left, int side) {
    double sum = 0.0;
    int count = 0;
    for (int y = top; y < StrictMath.min(top + side, size.height()); y++) {
      for (int x = left; x < StrictMath.min(left + side, size.width()); x++) {
        sum += pixels[y * size.width() + x];
        count++;
      }
    }
    return sum / count;
  }

  private int grey(double number) {
    double ink = (number / 2.0 - lowest / 2.0) / (highest / 2.0 - lowest / 2.0);
    double share = StrictMath.min(StrictMath.max(Double.isNaN(ink) ? 0.0 : ink, 0.0), 1.0);
    return WHITE - (int) StrictMath.round(WHITE * share);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return bytes.toByteArray();
  }
}
