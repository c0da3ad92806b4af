package backprop.parity.cli;

/** The command line. */
public final class Backprop {
  private Backprop() {}

  public static void main(String[] arguments) {
    System.out.println("not yet");
  }
}
