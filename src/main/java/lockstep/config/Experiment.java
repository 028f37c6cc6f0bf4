package lockstep.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lockstep.data.DataSpec;
import lockstep.data.Part;

/**
 * What a file asks for: one trial, the trials of a sweep, or a search. Nothing is held in memory
 * for a trial until it is asked for; asking twice gives equal answers, from any thread.
 */
public interface Experiment {

  /** Names the results folder. */
  String name();

  /** Whether the file has a {@code sweep}, even one that makes a single trial, or a search. */
  boolean isSweep();

  /** The keys that the sweep changes, in the order of the file; empty without a sweep. */
  List<String> keys();

  /** How many different configurations there are, at least 1. */
  int configurations();

  /**
   * How often each configuration is run, at least 1: with other seeds, or with other folds of its
   * data as the test part.
   */
  int repeats();

  /**
   * How many folds the data of each configuration have, of which each in turn is the test part; 1
   * without a cross-validation. {@link #repeats} is a multiple of it: the runs with the same seeds
   * follow each other, one a fold.
   */
  default int folds() {
    return 1;
  }

  /**
   * The size of a test part over that of a training part, for tests that take into account that the
   * runs of a cross-validation share training samples; empty without a cross-validation.
   */
  default OptionalDouble testToTrainingRatio() {
    DataSpec data = spec(0).data();
    return folds() > 1
        ? OptionalDouble.of((double) data.count(Part.TEST) / data.count(Part.TRAIN))
        : OptionalDouble.empty();
  }

  /** How many trials there are: configurations times repeats. */
  default int trials() {
    return Math.multiplyExact(configurations(), repeats());
  }

  /**
   * Which configuration and repeat a trial is, and its values of the swept keys.
   *
   * @param trial from 0; the repeats of a configuration follow each other
   */
  TrialPoint point(int trial);

  /**
   * One trial with every default filled in.
   *
   * @param trial from 0
   */
  ExperimentSpec spec(int trial);

  /**
   * The kind of a configuration: those of the same kind have networks, data and epochs of the same
   * sizes, so that they take the same work. Others may have, too.
   *
   * @param configuration from 0
   * @return any number
   */
  default int kind(int configuration) {
    return configuration;
  }

  /** Whether a configuration may be the same as an earlier one, as draws and written cases may. */
  default boolean mayRepeatItself() {
    return false;
  }

  /**
   * Whether a configuration is the same as an earlier one: its trials are not run again, and it is
   * not ranked.
   *
   * @param configuration from 0
   */
  default boolean isAgain(int configuration) {
    return false;
  }

  /**
   * The SHA-256 of everything that decides the numbers of one trial. Where and how the file says it
   * does not matter, so the same trial in another file has the same digest.
   *
   * @param trial from 0
   * @return 64 hexadecimal digits
   */
  default String digest(int trial) {
    return digest(trial, spec(trial));
  }

  /**
   * The same with the trial's specification at hand.
   *
   * @param trial from 0
   * @param spec what {@link #spec(int)} gives for it
   */
  default String digest(int trial, ExperimentSpec spec) {
    return ExperimentFile.digest(spec);
  }

  /**
   * What must come out of a trial.
   *
   * @param trial from 0
   */
  default List<Expectation> expectations(int trial) {
    return spec(trial).expectations();
  }

  /** The SHA-256 of what decides the numbers of all trials and which of them are recorded. */
  String digest();

  /** The resolved file: reading it gives the same trials. */
  String yaml();

  /** The resolved configuration that all trials share, as a flat list. */
  List<Setting> settings();

  /** Which epochs go into the history. */
  Recording recording();

  /**
   * What is searched for, once for each of the trials here; empty to run them as they are. With a
   * search, a trial has the lowest value that is tried.
   */
  default Optional<Search> search() {
    return Optional.empty();
  }

  /**
   * A trial with a value of the searched key.
   *
   * @param trial from 0
   * @param value what the key is set to
   * @throws IllegalStateException if nothing is searched for
   */
  default ExperimentSpec spec(int trial, BigDecimal value) {
    throw new IllegalStateException("nothing is searched for in trial " + trial);
  }

  /** How unpromising trials are ended early; empty to train every trial to its end. */
  Optional<Halving> halving();
}
