package backprop.parity.diagnosis.mistakes;

/** Where in the program a mistake is made. */
public enum MistakeFamily {
  FORWARD("Forward pass"),
  COST("Cost"),
  SCALE("Scale"),
  OUTPUT_DELTA("Output delta"),
  HIDDEN_DELTA("Hidden delta"),
  WEIGHT_GRADIENTS("Weight gradients"),
  BIAS_GRADIENTS("Bias gradients"),
  CONTROL("Control"),
  UPDATE("Update");

  private final String title;

  MistakeFamily(String title) {
    this.title = title;
  }

  /** The heading over its mistakes. */
  public String title() {
    return title;
  }
}
