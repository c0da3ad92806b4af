package backprop.parity.sources.candidate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A candidate that can do everything a program can do wrong: {@code Misbehaving MODE ANSWERS}.
 *
 * <p>The answers are in a file, one per line, so that it starts quickly and needs nothing but Java.
 */
public final class Misbehaving {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  /** As JSON writes them: a colour, a control character, a turn of direction, half a character. */
  private static final String ESCAPES = "\\\\u001b[31m\\\\u009b\\\\u202e\\\\ud800";

  private Misbehaving() {}

  /** The command that runs it in this mode. */
  public static String command(String mode, Path answers) {
    return "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"%s\" %s %s \"%s\""
        .formatted(java(), classes(), Misbehaving.class.getName(), mode, answers);
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path classes() {
    try {
      return Path.of(Misbehaving.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Answers case after case, in whatever way the mode says. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String mode = arguments[0];
    List<String> answers =
        arguments.length < 2 ? List.of() : Files.readAllLines(Path.of(arguments[1]));
    switch (mode) {
      case "crash-at-once" -> {
        System.err.println("cannot find my weights");
        System.exit(5);
      }
      case "output-before-input" -> {
        OUT.println("Welcome to my network!");
        sleep();
      }
      case "never-reads" -> sleep();
      case "sleep" -> sleep();
      default -> answerAll(mode, answers);
    }
  }

  private static void answerAll(String mode, List<String> answers)
      throws IOException, InterruptedException {
    int number = 0;
    while (IN.readLine() != null) {
      String answer = answers.get(number);
      number++;
      switch (mode) {
        case "crash-midway" -> {
          if (number == 2) {
            System.err.println("first line");
            System.err.println("Illegal division by zero at mine.pl line 12.");
            System.exit(7);
          }
          OUT.println(answer);
        }
        case "silent" -> System.err.println("thinking");
        case "chatter" -> OUT.println("epoch 1: loss " + "0.123456789 ".repeat(50));
        case "empty-lines" -> OUT.println();
        case "broken-json" -> OUT.println(answer.substring(0, answer.length() / 2));
        case "megabyte-on-stderr" -> {
          for (int line = 0; line < 20_000; line++) {
            System.err.println("a line of fifty characters, more or less, on stderr");
          }
          OUT.println(answer);
        }
        case "endless-line" -> endlessLine();
        case "endless-lines" -> endlessLines(answer);
        case "wrong-name" -> OUT.println(answer.replaceFirst("\"name\":\"", "\"name\":\"not-"));
        case "name-with-escapes" -> OUT.println(answer.replaceFirst("\"name\":\"", "$0" + ESCAPES));
        case "escapes-on-stderr" -> {
          byte[] line = "\u001b[1m\tbold\u009b\u202e\r!\n".getBytes(StandardCharsets.UTF_8);
          System.err.write(line, 0, line.length);
          OUT.println(answer);
        }
        case "wrong-shape" -> OUT.println(answer.replaceFirst("\\[\\[[^\\]]*\\],", "["));
        case "not-a-number" -> OUT.println(answer.replaceFirst("\\[\\[[^,\\]]*", "[[\"NaN\""));
        case "leaves-children" -> {
          startChild();
          OUT.println(answer);
        }
        case "crashes-leaving-children" -> {
          startChild();
          System.exit(9);
        }
        default -> OUT.println(answer);
      }
    }
    switch (mode) {
      case "one-line-more" -> OUT.println("All done, bye!");
      case "never-exits" -> sleep();
      case "fails-at-the-end" -> System.exit(4);
      default -> {}
    }
  }

  private static void endlessLine() {
    byte[] bytes = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    while (!OUT.checkError()) {
      OUT.write(bytes, 0, bytes.length);
    }
  }

  private static void endlessLines(String answer) {
    while (!OUT.checkError()) {
      OUT.println(answer);
    }
  }

  /** A child that says its number on stderr and would live for a long time. */
  private static void startChild() throws IOException {
    String name = Misbehaving.class.getName();
    ProcessBuilder builder =
        new ProcessBuilder(java().toString(), "-cp", classes().toString(), name, "sleep");
    System.err.println("child " + builder.inheritIO().start().pid());
  }

  private static void sleep() throws InterruptedException {
    Thread.sleep(600_000);
  }
}
