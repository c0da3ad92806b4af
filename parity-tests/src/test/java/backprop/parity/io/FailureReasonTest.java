package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reason is never just the path again. */
class FailureReasonTest {
  static Stream<Arguments> reasons() {
    return Stream.of(
        arguments(new NoSuchFileException("path"), "not found"),
        arguments(new FileNotFoundException("path"), "not found"),
        arguments(new AccessDeniedException("path"), "permission denied"),
        arguments(new NotDirectoryException("path"), "not a folder"),
        arguments(new FileAlreadyExistsException("path"), "something else is there"),
        arguments(new FileSystemException("path", null, "Too many links"), "Too many links"),
        arguments(new FileSystemException("path"), "the system does not say why"),
        arguments(new IOException("Is a directory"), "is a folder"),
        arguments(new IOException("Input/output error"), "Input/output error"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void theReasonIsInWords(IOException problem, String words) {
    assertThat(FailureReason.of(problem)).isEqualTo(words);
  }
}
