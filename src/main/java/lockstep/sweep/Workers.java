package lockstep.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lockstep.config.Experiment;
import lockstep.config.ExperimentSpec;
import lockstep.experiment.Work;
import lockstep.matrix.FastKernels;

/** Runs the trials of a sweep that are not in its store yet, several at a time. */
final class Workers {
  private final Experiment experiment;
  private final TrialStore store;
  private final SweepSettings settings;
  private final SweepObserver observer;
  private final Keys keys;
  private final TrialTask task;
  private final Set<String> running = new ConcurrentSkipListSet<>();
  private final AtomicInteger ran = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean stopped;
  private volatile boolean interrupted;
  private Optional<Throwable> trouble = Optional.empty();

  Workers(Experiment experiment, TrialStore store, SweepSettings settings, SweepObserver observer) {
    this.experiment = experiment;
    this.store = store;
    this.settings = settings;
    this.observer = observer;
    this.keys = new Keys(experiment);
    this.task = new TrialTask(new SharedData(), experiment.recording(), () -> stopped);
  }

  /** The digests of the trials. */
  Keys keys() {
    return keys;
  }

  /** How many trials were run. */
  int ran() {
    return ran.get();
  }

  /** How many of them failed. */
  int failed() {
    return failed.get();
  }

  /** Gives up what is running, and begins nothing more. */
  void interrupt() {
    interrupted = true;
    stopped = true;
  }

  /**
   * Runs a stage. Trials for which there was no memory beside others are tried once more, alone.
   *
   * @return whether all of its trials are in the store; not so after a failure that ends the sweep
   * @throws IOException if the store refuses
   * @throws InterruptedException if this thread or the sweep was interrupted; no worker runs any
   *     more
   */
  boolean run(Stage stage) throws IOException, InterruptedException {
    observer.begins(stage.trials().length, stage.until());
    expect(stage);
    List<Integer> starved = new ArrayList<>();
    sideBySide(new Pass(stage, Optional.of(starved)), settings.workers());
    int[] again = starved.stream().mapToInt(Integer::intValue).sorted().toArray();
    sideBySide(new Pass(new Stage(again, stage.until()), Optional.empty()), 1);
    return !stopped;
  }

  /** Announces the work of a stage as if its trials were all like the first one. */
  private void expect(Stage stage) {
    if (stage.trials().length > 0) {
      ExperimentSpec first = experiment.spec(stage.trials()[0]);
      FastKernels.expect(stage.trials().length * Work.training(first, stage.until()));
    }
  }

  private void sideBySide(Pass pass, int workers) throws IOException, InterruptedException {
    int useful = Math.min(workers, pass.stage.trials().length);
    List<Thread> threads =
        IntStream.rangeClosed(1, useful).mapToObj(number -> thread(pass, number)).toList();
    threads.forEach(Thread::start);
    boolean waiting = true;
    while (waiting) {
      try {
        for (Thread thread : threads) {
          thread.join();
        }
        waiting = false;
      } catch (InterruptedException interruption) {
        interrupt();
      }
    }
    tellTrouble();
  }

  private static Thread thread(Pass pass, int number) {
    Thread thread = new Thread(pass, "trials-" + number);
    thread.setDaemon(true);
    return thread;
  }

  private void tellTrouble() throws IOException, InterruptedException {
    if (trouble.isPresent() && trouble.get() instanceof IOException refusal) {
      throw refusal;
    }
    if (trouble.isPresent()) {
      throw new IllegalStateException("a sweep broke down", trouble.get());
    }
    if (interrupted) {
      throw new InterruptedException("the sweep was stopped");
    }
  }

  private synchronized void breakDown(Throwable failure) {
    stopped = true;
    trouble = trouble.or(() -> Optional.of(failure));
  }

  /** One way through the trials of a stage, which all workers go together. */
  private final class Pass implements Runnable {
    private final Stage stage;
    private final Optional<List<Integer>> starved;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Begins with the first trial.
     *
     * @param stage what to run
     * @param starved gets the trials that had not enough memory; empty if these have failed
     */
    Pass(Stage stage, Optional<List<Integer>> starved) {
      this.stage = stage;
      this.starved = starved;
    }

    /** Takes one trial after the other until none is left. */
    @Override
    public void run() {
      try {
        int index = next.getAndIncrement();
        while (!stopped && index < stage.trials().length) {
          take(stage.trials()[index]);
          index = next.getAndIncrement();
        }
      } catch (IOException | RuntimeException | Error failure) {
        breakDown(failure);
      }
    }

    private void take(int trial) throws IOException {
      try {
        once(trial);
      } catch (OutOfMemoryError tooMuch) {
        setAside(trial, starved.orElseThrow(() -> tooMuch));
      }
    }

    /** Leaves a trial alone that another worker is at: the same configuration twice. */
    private void once(int trial) throws IOException {
      String key = keys.of(trial, stage.until());
      boolean first = running.add(key);
      try {
        if (!first || store.has(key)) {
          observer.known(trial);
        } else {
          observer.started(trial);
          attempt(trial, experiment.spec(trial), key);
        }
      } catch (CancellationException givenUp) {
        return;
      } finally {
        if (first) {
          running.remove(key);
        }
      }
    }

    private void attempt(int trial, ExperimentSpec spec, String key) throws IOException {
      try {
        keep(trial, key, task.run(spec, stage.until()));
      } catch (OutOfMemoryError tooLarge) {
        if (starved.isPresent()) {
          throw tooLarge;
        }
        keep(trial, key, TrialRecord.failed(spec, TrialTask.line(tooLarge)));
      }
    }

    private synchronized void setAside(int trial, List<Integer> others) {
      others.add(trial);
    }

    private void keep(int trial, String key, TrialRecord record) throws IOException {
      store.put(key, record);
      ran.incrementAndGet();
      if (record.ending().failed()) {
        failed.incrementAndGet();
        stopped |= settings.failFast();
      }
      observer.finished(trial, record);
    }
  }
}
