package backprop.parity.terms;

/** What happens to a sum once all its terms are in: one more number, by +, - or *. */
public record Operation(char symbol, Factor operand) {
  /** The value after the operation. */
  public double apply(double value) {
    return switch (symbol) {
      case '+' -> value + operand.value();
      case '-' -> value - operand.value();
      case '*' -> value * operand.value();
      default -> throw new IllegalArgumentException("unknown operation " + symbol);
    };
  }

  /** Whether it scales the whole batch, as the reduction has it. */
  public boolean isFactor() {
    return operand.name().equals(Expansions.FACTOR);
  }
}
