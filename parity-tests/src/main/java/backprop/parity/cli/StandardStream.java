package backprop.parity.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output or error in UTF-8, which remembers what could not be written. */
final class StandardStream extends FilterOutputStream {
  private String failure = "";

  StandardStream(FileDescriptor descriptor) {
    super(new FileOutputStream(descriptor));
  }

  /** Σ, ᵀ and ∘ must survive a terminal whose locale the JVM does not know. */
  PrintStream inUtf8() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException problem) {
      failure = problem.getMessage();
      throw problem;
    }
  }

  /** Why something is missing; empty if nothing is, or if the reader had enough and left. */
  String failure() {
    return failure.contains("pipe") ? "" : failure;
  }
}
