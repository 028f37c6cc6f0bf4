package lockstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentFile;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Reach;
import lockstep.config.yaml.SourceText;
import lockstep.config.yaml.YamlReader;
import lockstep.experiment.Work;

/**
 * A process that reads many broken files, in a heap that its starter limits, and runs those that
 * turn out to be experiments and small.
 *
 * <p>It ends with code 1 at the first file that is not answered as it should be, and leaves it in
 * its folder.
 */
final class FuzzProcess {
  /** Every so many files a table is damaged instead of an experiment. */
  private static final int TABLES = 10;

  /** What is run takes at most so many multiplications. */
  private static final double SMALL = 2e5;

  private static final long MOST_NANOS = 2_000_000_000;
  private static final String TABLE_EXPERIMENT =
      """
      experiment: table
      data: {generator: csv, file: table.csv, targets: [y]}
      network: {layers: [2, 3, 1]}
      training: {loss: mse, learning_rate: 0.1, epochs: 2}
      """;

  private final Path folder;
  private final List<Mapping> corpus;
  private final List<Path> around;
  private int fine;
  private int refused;
  private int run;
  private long slowest;

  private FuzzProcess(Path folder, List<Mapping> corpus) throws IOException {
    this.folder = folder;
    this.corpus = corpus;
    this.around = entries(folder.getParent());
  }

  /**
   * Fuzzes.
   *
   * @param arguments an empty folder, the folder of the shipped experiments, the first seed, the
   *     number of files
   */
  public static void main(String[] arguments) throws IOException {
    long first = Long.parseLong(arguments[2]);
    int files = Integer.parseInt(arguments[3]);
    FuzzProcess process = new FuzzProcess(Path.of(arguments[0]), corpus(Path.of(arguments[1])));
    for (long seed = first; seed < first + files; seed++) {
      process.answer(seed);
    }
    System.out.printf(
        "%d files: %d fine, %d refused; %d run; slowest %d ms of processor time%n",
        files, process.fine, process.refused, process.run, process.slowest / 1_000_000);
  }

  private static List<Mapping> corpus(Path experiments) throws IOException {
    List<Mapping> corpus = new ArrayList<>();
    try (Stream<Path> files = Files.walk(experiments)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        corpus.add(tree(file));
      }
    }
    return corpus;
  }

  private static Mapping tree(Path file) throws IOException {
    List<Mistake> mistakes = new ArrayList<>();
    SourceText text =
        new SourceText(file.toString(), Reach.everywhere(), 0, Files.readString(file));
    return (Mapping) YamlReader.read(text, mistakes).orElseThrow();
  }

  private void answer(long seed) throws IOException {
    Path file = folder.resolve("fuzz.yaml");
    if (seed % TABLES == 0) {
      Files.writeString(file, TABLE_EXPERIMENT);
      Files.write(folder.resolve("table.csv"), new FuzzedCsv(seed).bytes());
    } else {
      Files.write(file, new FuzzedYaml(corpus, seed).bytes());
    }
    int code = answered(seed, "check", file.toString());
    if (code == ExitCode.FINE) {
      fine++;
      runIfSmall(seed, file);
    } else {
      require(code == ExitCode.BAD_INPUT, seed, "exit code " + code);
      refused++;
    }
    Files.deleteIfExists(folder.resolve("table.csv"));
    requireOnly(List.of(file), folder, seed);
    requireOnly(around, folder.getParent(), seed);
    requireOnly(List.of(), Path.of("").toAbsolutePath(), seed);
  }

  private static void requireOnly(List<Path> expected, Path where, long seed) throws IOException {
    List<Path> left = entries(where);
    require(left.equals(expected), seed, "there are " + left);
  }

  private void runIfSmall(long seed, Path file) throws IOException {
    Optional<Experiment> experiment = ExperimentFile.read(file, List.of()).experiment();
    if (experiment.isEmpty() || Work.of(experiment.get(), SMALL) >= SMALL) {
      return;
    }
    Path out = folder.resolve("out");
    int code = answered(seed, "run", "--quiet", "--out", out.toString(), file.toString());
    require(code == ExitCode.FINE || code == ExitCode.CHECK_FAILED, seed, "exit code " + code);
    requireOnly(List.of(out.resolve(experiment.get().name())), out, seed);
    run++;
    delete(out);
  }

  /** Runs a command, holds its time and its words against what they may be, and gives its code. */
  private int answered(long seed, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    long before = nanos();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    long nanos = nanos() - before;
    slowest = Math.max(slowest, nanos);
    require(nanos <= MOST_NANOS, seed, nanos + " ns");
    boolean trace = err.toString().contains("\tat ") || err.toString().contains("a bug in");
    require(!trace, seed, err.toString());
    return code;
  }

  /** Processor time: other work on the machine does not count. */
  private static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void require(boolean holds, long seed, String reason) {
    if (!holds) {
      System.out.println("seed " + seed + ": " + reason);
      System.out.flush();
      Runtime.getRuntime().halt(1);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
