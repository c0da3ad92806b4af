package backprop.parity.course;

import java.util.Optional;

/**
 * What a learner's {@code multiply} or {@code transpose} gave that is not right.
 *
 * @param row of the first wrong entry
 * @param expected there
 * @param found there
 * @param slip a sentence that explains every entry, if one does
 */
record WrongMatrix(int row, int column, double expected, double found, Optional<String> slip) {}
