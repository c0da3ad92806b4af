package backprop.parity.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written, in words: Java often says no more than its path. */
public final class FailureReason {
  private FailureReason() {}

  /** A few words to follow a colon. */
  public static String of(IOException problem) {
    if (problem instanceof NoSuchFileException || problem instanceof FileNotFoundException) {
      return "not found";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof NotDirectoryException) {
      return "not a folder";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "something else is there";
    }
    String said =
        problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
    if (said == null) {
      return "the system does not say why";
    }
    return said.equals("Is a directory") ? "is a folder" : said;
  }
}
