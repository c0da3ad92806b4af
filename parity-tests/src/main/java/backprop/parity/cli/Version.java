package backprop.parity.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as; classes that are in no jar have none yet. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Backprop.class.getPackage().getImplementationVersion();
    return new String[] {"backprop " + (built == null ? "(not packaged)" : built)};
  }
}
