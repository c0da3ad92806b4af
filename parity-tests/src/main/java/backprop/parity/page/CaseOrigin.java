package backprop.parity.page;

/**
 * Where a case comes from, as its page says.
 *
 * @param argument what one writes for the case on the command line
 * @param english what the case is, empty if nobody said
 * @param japanese the same
 */
public record CaseOrigin(String argument, String english, String japanese) {
  /** A file of the reader's own: how it is called, nobody here can know. */
  public static final CaseOrigin FILE = new CaseOrigin("FILE", "", "");
}
