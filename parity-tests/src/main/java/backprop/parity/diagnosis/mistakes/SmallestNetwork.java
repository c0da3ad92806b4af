package backprop.parity.diagnosis.mistakes;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The network with the fewest numbers on which a mistake can be seen, in round numbers. */
public final class SmallestNetwork {
  private static final int DEEPEST = 3;
  private static final int WIDEST = 3;
  private static final int LARGEST_BATCH = 2;

  /** A difference in the third digit is plain to see. */
  private static final double PLAIN = 1e-3;

  /** Far above rounding, if it must be. */
  private static final double FAINT = 1e-8;

  private static final Map<Mistake, Case> FOUND = new ConcurrentHashMap<>();
  private static final List<Shape> SHAPES = shapes();

  private SmallestNetwork() {}

  /** Searched for once, then remembered. */
  public static Case revealing(Mistake mistake) {
    return FOUND.computeIfAbsent(mistake, SmallestNetwork::search);
  }

  private static Case search(Mistake mistake) {
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    for (Shape shape : SHAPES) {
      for (TinyCases.Filling filling : TinyCases.Filling.values()) {
        Case faint = null;
        for (Case question : TinyCases.of(shape.widths(), shape.samples(), filling)) {
          double difference = faulty.applies(question) ? difference(faulty, question) : 0.0;
          if (difference > PLAIN) {
            return question;
          }
          if (difference > FAINT && faint == null) {
            faint = question;
          }
        }
        if (faint != null) {
          return faint;
        }
      }
    }
    throw new IllegalStateException("no tiny network shows " + mistake.spelling());
  }

  private static double difference(FaultyLoops faulty, Case question) {
    Result right = new FaultyLoops(FaultyProgram.correct()).answer(question);
    return AnswerDistance.largest(withoutTrace(right), withoutTrace(faulty.answer(question)));
  }

  /** What every candidate answers: the trace is optional. */
  private static Result withoutTrace(Result answer) {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Map<Quantity, double[][]> kept = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        if (quantity.shape() != Quantity.Shape.PER_SAMPLE) {
          answer.values(quantity, l).ifPresent(values -> kept.put(quantity, values));
        }
      }
      layers.add(kept);
    }
    return new Result(answer.name(), answer.cost(), layers);
  }

  /** How many neurons in each layer, the inputs first, and how many samples. */
  private record Shape(int[] widths, int samples) {
    /** Weights and biases, then samples. */
    int size() {
      int numbers = widths[0] * samples;
      for (int l = 1; l < widths.length; l++) {
        numbers += widths[l] * (widths[l - 1] + 1);
      }
      return numbers;
    }
  }

  private static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int depth = 1; depth <= DEEPEST; depth++) {
      addShapes(shapes, new int[depth + 1], 0);
    }
    shapes.sort(Comparator.comparingInt(Shape::size));
    return shapes;
  }

  private static void addShapes(List<Shape> shapes, int[] widths, int next) {
    if (next == widths.length) {
      for (int samples = 1; samples <= LARGEST_BATCH; samples++) {
        shapes.add(new Shape(widths.clone(), samples));
      }
      return;
    }
    for (int width = 1; width <= WIDEST; width++) {
      widths[next] = width;
      addShapes(shapes, widths, next + 1);
    }
  }
}
