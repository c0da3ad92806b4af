package backprop.parity.training.descent;

import backprop.parity.cli.Run;
import backprop.parity.damage.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trainings that were set aside. */
public final class SavedTrainingReading implements Reading {
  private static final int SAMPLES_OF_XOR = 4;

  private final Path file;
  private final List<byte[]> examples = new ArrayList<>();

  /** With one training of each kind. */
  public SavedTrainingReading(Path folder) throws IOException {
    file = folder.resolve("damaged.training");
    for (String options :
        List.of("--optimiser adam", "--optimiser momentum --stop-after 1", "--batch 3")) {
      TrainingFiles saved = new TrainingFiles(folder.resolve("saved.json"));
      String command = "train xor --layers 2 --epochs 2 %s --save %s";
      Run.backprop(command.formatted(options, saved.network()).split(" "));
      examples.add(Files.readAllBytes(saved.training()));
      Files.delete(saved.training());
    }
    examples.add(new byte[0]);
  }

  @Override
  public List<byte[]> examples() {
    return examples;
  }

  @Override
  public Optional<byte[]> read(byte[] input) throws IOException {
    SavedTraining training = SavedTrainings.read(Files.write(file, input));
    training.requirePossible(file.toString(), SAMPLES_OF_XOR);
    return Optional.of(SavedTrainings.write(training).getBytes(StandardCharsets.UTF_8));
  }
}
