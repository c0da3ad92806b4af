package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A learner in a folder of their own, with a program in which every chapter is written. */
abstract class LearnersCommands {
  @TempDir Path folder;

  /** Where no time-out is asked for, it is longer than any machine needs. */
  Run follow(String... arguments) {
    List<String> all = new ArrayList<>(List.of("follow", "--progress", progress().toString()));
    all.addAll(List.of(arguments));
    if (all.contains("--command") && !all.contains("--timeout")) {
      all.addAll(List.of("--timeout", "300"));
    }
    return Run.backprop(all.toArray(new String[0]));
  }

  Path progress() {
    return folder.resolve("progress.json");
  }

  /** A program in which every chapter is written. */
  Path solved() throws IOException {
    return Files.copy(Path.of("course/java/Solution.java"), folder.resolve("mine.java"));
  }

  static void replace(Path file, String old, String other) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, other.replace("$0", old)));
  }

  static String java(Path file) {
    return new CompiledProgram(file).command();
  }
}
