package lockstep.sweep;

import java.nio.file.Path;
import java.util.stream.IntStream;

/** A process that runs a sweep with a journal, for tests that kill it. */
final class SweepProcess {
  private static final int TRIALS = 300;

  private SweepProcess() {}

  /** The sweep: small trials, some of which diverge. */
  static Sweeps.Given sweep(Path folder) {
    Sweeps.Given rates = Sweeps.rates(folder);
    return new Sweeps.Given(
        IntStream.range(0, TRIALS)
            .mapToObj(trial -> Sweeps.seeded(rates.spec(trial % rates.trials()), trial))
            .toList(),
        rates.recording(),
        rates.halving());
  }

  /**
   * Runs the sweep and prints a line for each trial that has finished.
   *
   * @param arguments the folder with the journal
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    SweepObserver printer =
        new SweepObserver() {
          @Override
          public void finished(int trial, TrialRecord record) {
            System.out.println(trial);
          }
        };
    try (Journal journal = Journal.open(folder.resolve("journal"))) {
      new SweepRun(sweep(folder), journal, new SweepSettings(2, false), printer).run();
    }
  }
}
