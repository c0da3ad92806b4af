package backprop.parity.model;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.sources.candidate.NoUsableAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message can hold what a terminal would obey. */
class PrintableTest {
  /** Escape, line end, C1 control, bidi override, line separator, private use, lone surrogates. */
  @ParameterizedTest
  @ValueSource(
      ints = {0x1B, 0x0A, 0x0D, 0x7F, 0x9B, 0x202E, 0x200B, 0x2028, 0x2029, 0xE000, 0xD800, 0xDC00})
  void whatIsNotPrintableIsReplacedInEveryMessage(int character) {
    String text = "a" + Character.toString(character) + "b";
    assertThat(Printable.is(text)).isFalse();
    assertThat(Printable.part(text)).isEqualTo("a?b");
    assertThat(Printable.line(text)).isEqualTo("a?b");
    assertThat(new InvalidInput(text)).hasMessage("a?b");
    assertThat(new NoUsableAnswer(text)).hasMessage("a?b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain text.", "ünï cödé", "重み", "💥", "\"quoted\" – …"})
  void whatIsPrintableStays(String text) {
    assertThat(Printable.is(text)).isTrue();
    assertThat(new InvalidInput(text)).hasMessage(text);
  }

  @Test
  void aTabStaysInALineAlone() {
    assertThat(Printable.line("a\tb")).isEqualTo("a\tb");
    assertThat(Printable.part("a\tb")).isEqualTo("a?b");
  }

  @Test
  void shorteningCutsNoCharacterInHalf() {
    assertThat(Printable.shortened("abc", 3)).isEqualTo("abc");
    assertThat(Printable.shortened("abcd", 3)).isEqualTo("abc…");
    assertThat(Printable.shortened("ab💥", 3)).isEqualTo("ab…");
  }
}
