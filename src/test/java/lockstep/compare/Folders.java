package lockstep.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.decimal.ShortestDecimal;

/** Results folders in the making. */
final class Folders {
  private static final String EXPERIMENT =
      """
      experiment: made
      data: {generator: moons, samples: 20, noise: 0.2, seed: 3}
      network: {layers: [2, 4, 1], init: {seed: 42}}
      training: {loss: bce, learning_rate: %s, epochs: 3}
      metrics: [accuracy]
      %s
      """;
  private static final String HEADER =
      "trial,repeat,data_seed,split_seed,init_seed,verdict,final_loss,best_loss,final_accuracy\n";

  private final Path parent;

  Folders(Path parent) {
    this.parent = parent;
  }

  /** A trial of a summary: {@code 0.25}, {@code diverged}, {@code failed}, {@code pruned}. */
  private static String cells(String loss) {
    return Character.isDigit(loss.charAt(0))
        ? "completed," + loss + "," + loss + "," + loss
        : loss + ",9,0.1,9";
  }

  /** Repeats of one configuration with these losses, or endings. */
  Path repeats(String name, int firstSeed, String... losses) {
    return sweep(name, firstSeed, "sweep: {repeats: " + losses.length + "}", losses);
  }

  /** A sweep: the losses of all its trials in their order. */
  Path sweep(String name, int firstSeed, String sweep, String... losses) {
    StringBuilder summary = new StringBuilder(HEADER);
    int repeats = repeats(sweep);
    for (int index = 0; index < losses.length; index++) {
      int repeat = index % repeats + 1;
      String seeds = (firstSeed + repeat) + ",," + (firstSeed + repeat + 1000);
      summary.append(index + 1).append(',').append(repeat).append(',').append(seeds);
      summary.append(',').append(cells(losses[index])).append('\n');
    }
    return write(name, sweep, summary.toString());
  }

  private static int repeats(String sweep) {
    String digits = sweep.replaceAll("(?s).*repeats: ([0-9]+).*", "$1");
    return digits.equals(sweep) ? 1 : Integer.parseInt(digits);
  }

  private Path write(String name, String sweep, String summary) {
    try {
      Path folder = Files.createDirectories(parent.resolve(name));
      String rate = "0." + (1 + Math.abs(name.hashCode() % 8));
      Files.writeString(
          folder.resolve("experiment.yaml"), String.format(Locale.ROOT, EXPERIMENT, rate, sweep));
      Files.writeString(folder.resolve("summary.csv"), summary);
      Files.writeString(folder.resolve("report.md"), "# Made\n");
      return folder;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** A history with one curve of losses for each trial. */
  static void history(Path folder, double[]... curves) {
    StringBuilder text = new StringBuilder("trial,epoch,loss\n");
    for (int trial = 0; trial < curves.length; trial++) {
      int epoch = 0;
      for (String loss :
          Arrays.stream(curves[trial]).mapToObj(Double::valueOf).map(Folders::text).toList()) {
        text.append(trial + 1).append(',').append(epoch++).append(',').append(loss).append('\n');
      }
    }
    try {
      Files.writeString(folder.resolve("history.csv"), text);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static String text(Double number) {
    return ShortestDecimal.format(number);
  }

  /** Compares folders, each with each, by the default metric. */
  static ResultsComparison compare(Path... folders) {
    return compare(Optional.empty(), Arrays.stream(folders).map(Path::toString).toList());
  }

  /** Compares what arguments say by the default metric. */
  static ResultsComparison compare(Optional<String> baseline, List<String> arguments) {
    try {
      return ResultsComparison.of(request(baseline, arguments));
    } catch (IOException | NotComparableException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  static CompareRequest request(Optional<String> baseline, List<String> arguments) {
    return new CompareRequest(arguments, baseline, Optional.empty(), OptionalDouble.empty());
  }
}
