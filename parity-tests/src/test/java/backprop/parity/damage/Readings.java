package backprop.parity.damage;

import backprop.parity.check.ExpectedNamesReading;
import backprop.parity.course.ProductsReading;
import backprop.parity.course.ProgressReading;
import backprop.parity.explain.EntryNameReading;
import backprop.parity.io.AnswerReading;
import backprop.parity.io.CaseReading;
import backprop.parity.io.MatrixAnswerReading;
import backprop.parity.io.PlainAnswerReading;
import backprop.parity.training.data.CsvReading;
import backprop.parity.training.data.IdxReading;
import backprop.parity.training.descent.SavedTrainingReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Everything that reads what people and their programs wrote. */
final class Readings {
  private Readings() {}

  /**
   * By its name.
   *
   * @param folder for those that read files
   */
  static Map<String, Reading> in(Path folder) throws IOException {
    Map<String, Reading> readings = new TreeMap<>();
    readings.put("cases", new CaseReading());
    readings.put("answers", new AnswerReading());
    readings.put("function-answers", new MatrixAnswerReading());
    readings.put("plain-answers", new PlainAnswerReading());
    readings.put("csv-with-labels", CsvReading.withLabels(folder));
    readings.put("csv-with-targets", CsvReading.withTargets(folder));
    readings.put("idx-pictures", IdxReading.ofPictures(folder));
    readings.put("idx-labels", IdxReading.ofLabels(folder));
    readings.put("saved-trainings", new SavedTrainingReading(folder));
    readings.put("entry-names", new EntryNameReading());
    readings.put("products", new ProductsReading(folder));
    readings.put("course-progress", new ProgressReading(folder));
    readings.put("expected-failures", new ExpectedNamesReading(folder));
    return readings;
  }
}
