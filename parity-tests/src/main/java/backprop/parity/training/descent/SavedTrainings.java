package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.PerParameter;
import backprop.loops.optimisers.Plain;
import backprop.parity.io.FailureReason;
import backprop.parity.io.RecordProblem;
import backprop.parity.model.InvalidInput;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/**
 * Writes a {@link SavedTraining} as one line of JSON, and reads it back to the same bits: the
 * records are the format.
 */
final class SavedTrainings {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultVisibility(is -> is.withIsGetterVisibility(Visibility.NONE))
          .addMixIn(Layer.class, LayerFields.class)
          .addMixIn(Optimiser.class, OptimiserName.class)
          .addMixIn(PerParameter.class, PerParameterFields.class)
          .build();

  private SavedTrainings() {}

  /** The text of the file. */
  static String write(SavedTraining training) {
    return JSON.writeValueAsString(training) + "\n";
  }

  /**
   * The training in a file.
   *
   * @throws InvalidInput if there is none, as one sentence that names the place
   */
  static SavedTraining read(Path file) {
    String wanted = "the file that --save wrote to go on";
    try (InputStream input = Files.newInputStream(file)) {
      SavedTraining training = JSON.readValue(input, SavedTraining.class);
      if (training == null) {
        throw new InvalidInput("%s: expected %s, found null.".formatted(file, wanted));
      }
      return training;
    } catch (JacksonException problem) {
      throw RecordProblem.in(file.toString(), wanted, problem);
    } catch (IOException problem) {
      String sentence = "%s: expected %s: %s.";
      throw new InvalidInput(sentence.formatted(file, wanted, FailureReason.of(problem)));
    }
  }

  /** The twins know nothing of JSON, so what they hold is named here. */
  private abstract static class LayerFields {
    @JsonCreator
    LayerFields(
        @JsonProperty("activation") Activation activation,
        @JsonProperty("weights") double[][] weights,
        @JsonProperty("biases") double[] biases) {}

    @JsonProperty
    abstract Activation activation();

    @JsonProperty
    abstract double[][] weights();

    @JsonProperty
    abstract double[] biases();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Plain.class, name = "plain"),
    @JsonSubTypes.Type(value = Momentum.class, name = "momentum"),
    @JsonSubTypes.Type(value = Adam.class, name = "adam")
  })
  private interface OptimiserName {}

  @JsonSerialize(converter = ToNumbers.class)
  @JsonDeserialize(converter = FromNumbers.class)
  private interface PerParameterFields {}

  private record Numbers(List<double[][]> weights, List<double[]> biases) {}

  private static final class ToNumbers extends StdConverter<PerParameter, Numbers> {
    @Override
    public Numbers convert(PerParameter perParameter) {
      List<double[][]> weights = new ArrayList<>();
      List<double[]> biases = new ArrayList<>();
      for (int l = 1; l <= perParameter.depth(); l++) {
        weights.add(perParameter.weights(l));
        biases.add(perParameter.biases(l));
      }
      return new Numbers(weights, biases);
    }
  }

  private static final class FromNumbers extends StdConverter<Numbers, PerParameter> {
    @Override
    public PerParameter convert(Numbers numbers) {
      return new PerParameter(numbers.weights(), numbers.biases());
    }
  }
}
