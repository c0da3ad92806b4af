package backprop.parity.sources.candidate;

import backprop.parity.io.Answer;
import backprop.parity.io.FailureReason;
import backprop.parity.io.Limits;
import backprop.parity.io.ResultReader;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results that a program wrote into a file at some other time, found by the names of their cases. */
public final class RecordedResults implements Candidate {
  private final Path file;
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  /**
   * Reads one result or JSON Lines of them.
   *
   * @throws InvalidInput if the file cannot be read
   * @throws NoUsableAnswer if what it holds are not results
   */
  public RecordedResults(Path file, Limits limits) {
    this.file = file;
    for (Answer answer : read(limits)) {
      if (answers.putIfAbsent(answer.name(), answer) != null) {
        throw new NoUsableAnswer(
            "%s: expected one result for case %s, found another."
                .formatted(file, QuotedText.of(answer.name())));
      }
    }
  }

  private List<Answer> read(Limits limits) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInput(file + ": expected a file with results, found none.");
    }
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
      if (Files.size(file) > limits.bytes()) {
        throw new InvalidInput(
            "%s: expected at most %d bytes, found %d (--max-bytes raises the limit)."
                .formatted(file, limits.bytes(), Files.size(file)));
      }
      return readAll(input);
    } catch (IOException problem) {
      throw new InvalidInput(
          file + ": expected a readable file: " + FailureReason.of(problem) + ".");
    }
  }

  private List<Answer> readAll(InputStream input) {
    try {
      return ResultReader.readAll(file.toString(), input);
    } catch (InvalidInput problem) {
      throw new NoUsableAnswer(problem.getMessage());
    }
  }

  @Override
  public CandidateReply answer(Case question) {
    Answer answer = answers.get(question.name());
    if (answer == null) {
      String found = answers.isEmpty() ? "no result at all" : "results for " + known();
      throw new NoUsableAnswer(
          "%s: expected a result for case %s, found %s."
              .formatted(file, QuotedText.of(question.name()), found));
    }
    try {
      return CandidateReply.whole(answer, question);
    } catch (InvalidInput problem) {
      throw new NoUsableAnswer("Case %s: %s".formatted(question.name(), problem.getMessage()));
    }
  }

  private String known() {
    Set<String> names = answers.keySet();
    List<String> first = names.stream().limit(3).map(QuotedText::of).toList();
    return String.join(", ", first) + (names.size() > first.size() ? ", …" : "");
  }

  @Override
  public List<String> finish() {
    return List.of();
  }

  @Override
  public void close() {
    // A file that was read to its end needs no closing.
  }
}
