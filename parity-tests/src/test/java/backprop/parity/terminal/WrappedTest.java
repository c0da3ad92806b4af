package backprop.parity.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines are broken where a reader expects it. */
class WrappedTest {
  @Test
  void aTextIsBrokenBetweenWordsAndFillsItsLines() {
    assertThat(Wrapped.lines("one two three four", 9)).containsExactly("one two", "three", "four");
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    assertThat(Wrapped.lines("see parity-tests/tutorial/07.md now", 10))
        .containsExactly("see", "parity-tests/tutorial/07.md", "now");
  }

  @Test
  void anOperatorOpensALineAndAProductIsKept() {
    assertThat(Wrapped.lines("a[0] * b[0] + a[1] * b[1] = 0.5", 15))
        .containsExactly("a[0] * b[0]", "+ a[1] * b[1]", "= 0.5");
  }

  @Test
  void aProductThatDoesNotFitIsBrokenAfterAll() {
    assertThat(Wrapped.lines("long[0] * long[1]", 10)).containsExactly("long[0]", "* long[1]");
  }

  @Test
  void theOtherLinesStandBehindTheStartOfTheFirst() {
    assertThat(Wrapped.behind("note  ", 6, "one two three", 13))
        .containsExactly("note  one two", "      three");
  }

  @Test
  void aJapaneseCharacterTakesTwoColumnsAndAColourNone() {
    assertThat(Columns.of("書き始め")).isEqualTo(8);
    assertThat(Columns.of("「○」ᵀ")).isEqualTo(6);
    assertThat(Columns.of("\u001b[31mred\u001b[0m")).isEqualTo(3);
  }

  @Test
  void aCommandToCopyStaysOnOneLine() {
    assertThat(NextStep.command("backprop explain mazur", "shows it.", 40))
        .containsExactly("Next: backprop explain mazur shows it.");
    assertThat(NextStep.command("backprop explain mazur", "shows it.", 20))
        .containsExactly("Next: backprop explain mazur", "      shows it.");
  }

  @Test
  void theWidthOfTheTerminalIsReadFromWhatTheSystemSays() {
    assertThat(TerminalSize.columns("50 132\n")).hasValue(132);
    assertThat(TerminalSize.columns("0 0\n")).isEmpty();
    assertThat(TerminalSize.columns("stty: standard input: not a terminal\n")).isEmpty();
  }
}
