package backprop.parity.damage;

import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One kind of input, and what reads it. */
public interface Reading {
  /** Inputs that are read, and odd ones that somebody thought of. */
  List<byte[]> examples();

  /**
   * Reads.
   *
   * @return what was read, written in the same format; empty if nothing writes that
   * @throws InvalidInput if the input is refused
   */
  Optional<byte[]> read(byte[] input) throws IOException;
}
