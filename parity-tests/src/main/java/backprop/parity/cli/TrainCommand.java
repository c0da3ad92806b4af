package backprop.parity.cli;

import backprop.loops.*;
import backprop.parity.cases.*;
import backprop.parity.data.*;
import backprop.parity.train.*;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.stream.*;
import picocli.CommandLine.*;

@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Parameters String data;

  @Option(names = "--source")
  String source = "fast";

  @Option(names = "--both")
  boolean both;

  @Option(names = "--epochs")
  Integer epochs;

  @Option(names = "--batch")
  Integer batch;

  @Option(names = "--rate")
  Double rate;

  @Option(names = "--layers", split = ",")
  List<Integer> layers;

  @Option(names = "--activation")
  String activation;

  @Option(names = "--seed")
  long seed = 1;

  @Option(names = "--stop-after")
  Integer stopAfter;

  public Integer call() {
    DataSet training;
    Optional<DataSet> heldOut;
    if (data.equals("xor")) {
      double[][] in = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
      double[][] t = {{0}, {1}, {1}, {0}};
      training = new DataSet("xor", in, t, List.of("0", "1"), Optional.empty());
      heldOut = Optional.empty();
    } else {
      Digits d = Digits.load();
      List<Integer> all = new ArrayList<>(IntStream.range(0, d.size()).boxed().toList());
      Collections.shuffle(all, new Random(seed));
      training = part(d, all.subList(0, 1437));
      heldOut = Optional.of(part(d, all.subList(1437, 1797)));
    }
    int b = batch == null ? 10 : batch;
    List<Integer> hidden = layers == null ? List.of(30) : layers;
    Network n =
        network(
            training,
            hidden,
            Spelling.find(Activation.class, activation == null ? "sigmoid" : activation).get());
    Schedule schedule =
        new Schedule(
            epochs == null ? 30 : epochs,
            b,
            true,
            seed,
            stopAfter == null ? OptionalInt.empty() : OptionalInt.of(stopAfter));
    double r = rate == null ? 0.5 : rate;
    List<Learner> learners = new ArrayList<>();
    learners.add(Learners.named(source, n, r, b, 1));
    if (both) learners.add(Learners.named(source.equals("loops") ? "matrix" : "loops", n, r, b, 1));
    Trainer t =
        new Trainer(
            training,
            heldOut,
            schedule,
            learners,
            Checkpoint.start(n),
            new Watcher() {
              public void batch(int e, int d, int bs, Epoch.Score s) {}

              public void epoch(Epoch e, Checkpoint c) {
                System.out.println(e);
              }

              public boolean wantsToStop() {
                return false;
              }
            });
    System.out.println(t.run() + " " + t.updates() + " " + t.parity());
    return 0;
  }

  static Network network(DataSet d, List<Integer> hidden, Activation a) {
    Random random = new Random(1);
    List<Layer> layers = new ArrayList<>();
    int before = d.inputs();
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(d.outputs());
    for (int l = 0; l < widths.size(); l++) {
      double[][] w = new double[widths.get(l)][before];
      for (double[] row : w)
        for (int i = 0; i < before; i++)
          row[i] = random.nextGaussian() * StrictMath.sqrt(2.0 / (before + w.length));
      boolean last = l == widths.size() - 1;
      layers.add(
          new Layer(
              last ? d.outputs() == 1 ? Activation.SIGMOID : Activation.SOFTMAX : a,
              w,
              new double[w.length]));
      before = w.length;
    }
    return new Network(
        layers, d.outputs() == 1 ? Cost.BINARY_CROSS_ENTROPY : Cost.CROSS_ENTROPY, Reduction.MEAN);
  }

  static DataSet part(Digits d, List<Integer> which) {
    double[][] in = new double[which.size()][], t = new double[which.size()][10];
    for (int s = 0; s < in.length; s++) {
      in[s] = d.pixels(which.get(s));
      t[s][d.label(which.get(s))] = 1;
    }
    return new DataSet(
        "digits",
        in,
        t,
        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
        Optional.of(new PictureSize(8, 8)));
  }
}
