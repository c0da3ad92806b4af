package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import backprop.parity.cli.Run;
import backprop.parity.terminal.ShellWords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a learner's file, and what comes after the last chapter. */
class FollowProgressTest extends LearnersCommands {
  @Test
  void whatIsPassedIsRememberedByTheFileHoweverTheCommandIsSpelt() throws IOException {
    Path mine = solved();
    follow("--command", "%s \"%s\"".formatted(CompiledProgram.java(), mine));
    Path spelt = mine.getParent().resolve(".").resolve(mine.getFileName());
    Run again = follow("--command", "%s '%s'".formatted(CompiledProgram.java(), spelt));
    assertThat(again.output()).contains("✓ 9  learning                    since 20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "\"%s\"", "%s", "sh -c 'exec $0 \"%s\"'"})
  void aPathMayHaveASpace(String spelling) throws IOException {
    assumeFalse(File.separatorChar == '\\', "cmd quotes otherwise");
    Path mine = Files.createDirectory(folder.resolve("with space")).resolve("new net.java");
    Files.copy(Path.of("course/java/Start.java"), mine);
    String word = spelling.equals("%s") ? mine.toString().replace(" ", "\\ ") : mine.toString();
    String quoted = spelling.formatted(word).replace("$0", CompiledProgram.java());
    Run run =
        follow(
            "--command", quoted.startsWith("sh") ? quoted : CompiledProgram.java() + " " + quoted);
    assertThat(run.output()).as(run.errors()).contains("→ 2  one neuron");
    assertThat(progress()).content().contains("\"" + mine + "\"");
  }

  @Test
  void theCommandThatAStarterPrintsIsTheOneToType() {
    assumeFalse(File.separatorChar == '\\', "cmd quotes otherwise");
    Path mine = folder.resolve("it's new.java");
    String next = follow("--start", mine.toString()).output().lines().reduce((a, b) -> b).get();
    String command = ShellWords.in(next).get(4);
    assertThat(follow("--command", command).output()).contains("→ 2  one neuron");
    assertThat(progress()).content().contains("it's new.java\"");
  }

  @Test
  void aNewStarterForgetsWhatTheOldFilePassed() throws IOException {
    Path mine = folder.resolve("mine.py");
    Files.writeString(
        progress(),
        "{\"format\": \"backprop-follow-1\", \"passed\": {\"%s\": {\"1\": \"%s\"}}}"
            .formatted(mine.toString().replace("\\", "\\\\"), "2026-11-16T10:00:00Z"));
    follow("--start", mine.toString());
    assertThat(progress()).content().contains("\"passed\":{}");
  }

  @Test
  void whatCannotBeRememberedIsSaidAndIsNoObstacle() throws IOException {
    Path mine = solved();
    Files.writeString(progress(), "my shopping list");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).contains("Nothing is remembered.").hasLineCount(1);
    assertThat(progress()).hasContent("my shopping list");
  }

  @Test
  void aLearnerWhoIsDoneSeesItLearnAndWhoFallsBackIsTold() throws IOException {
    Path mine = solved();
    Run done = follow("--command", java(mine));
    assertThat(done.exitCode()).as(done.output()).isZero();
    assertThat(done.output())
        .contains("✓ 9  learning                    new\n")
        .containsSubsequence(
            "Every chapter is right. Now it learns:\n",
            "step 200   cost 0.00892933",
            "Next: chapter 10, parity-tests/tutorial/10-check-your-own.md.")
        .contains("backprop check --only sigmoid,half-squared-error --stress --command ")
        .contains("backprop fuzz --only sigmoid,half-squared-error --command ")
        .contains("backprop follow --products products.txt --command ");
    replace(mine, "return sum + bias;", "return sum;");
    Run fallen = follow("--command", java(mine));
    assertThat(fallen.exitCode()).isEqualTo(1);
    assertThat(fallen.output())
        .contains("✓ 1  derivative                  since 20")
        .contains(
            "✗ 2  one neuron\n  3  a layer                     was right, not asked this time")
        .contains("before       right, for the first time on 20");
  }
}
