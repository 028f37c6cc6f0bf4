package lockstep.config.check;

import java.util.Optional;
import lockstep.config.binding.Aspect;
import lockstep.config.binding.Trace;
import lockstep.config.binding.Words;
import lockstep.config.format.BatchSection;
import lockstep.config.format.DataSection;
import lockstep.config.format.DataSection.FoldsSection;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.config.format.DropoutSection;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.NetworkSection.InitSection;
import lockstep.config.format.SplitKeys;
import lockstep.config.format.StreamKeys;
import lockstep.config.format.StreamSection;
import lockstep.config.format.TrainingKeys;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.training.Batching;

/** Whether the random streams can be started and continued as they are described. */
record StreamChecks(Facts facts) {
  private static final Aspect<DataSection, StreamSection> DATA =
      new Aspect<>(ExperimentKeys.DATA, DataSection::stream);

  private static final Aspect<InitSection, StreamSection> INIT =
      new Aspect<>(NetworkKeys.INIT, InitSection::stream);

  private static final Aspect<DropoutSection, StreamSection> DROPOUT =
      new Aspect<>(NetworkKeys.DROPOUT, DropoutSection::stream);

  void check() {
    Trace trace = facts.trace();
    check("data", Purpose.DATA, trace.find(DATA));
    check("data.folds", Purpose.SPLIT, trace.find(SplitKeys.FOLDS).map(FoldsSection::stream));
    check("data.split", Purpose.SPLIT, trace.find(SplitKeys.SPLIT).map(SplitSection::stream));
    check("network.init", Purpose.INIT, trace.find(INIT));
    check(
        "training.batch",
        Purpose.SHUFFLE,
        trace.find(TrainingKeys.BATCH).map(BatchSection::stream));
    check("network.dropout", Purpose.DROPOUT, trace.find(DROPOUT));
  }

  private void check(String section, Purpose own, Optional<StreamSection> stream) {
    stream
        .flatMap(StreamSection::continues)
        .ifPresent(earlier -> checkContinuation(section, own, earlier));
    stream.flatMap(StreamSection::seed).ifPresent(seed -> checkSeed(section, seed));
  }

  /** A stream can continue those of purposes that come before and are there. */
  private void checkContinuation(String section, Purpose own, Purpose earlier) {
    String path = section + "." + StreamKeys.CONTINUES.name();
    if (earlier.compareTo(own) >= 0) {
      facts.wrong(path, "this part is not drawn before", expected(own));
    } else if (earlier == Purpose.SPLIT && !facts.drawsParts()) {
      facts.wrong(path, "there is no split to continue", "data");
    } else if (earlier == Purpose.SHUFFLE && !shuffles()) {
      facts.wrong(path, "there is no shuffle to continue", "init");
    }
  }

  private static String expected(Purpose own) {
    String usual = "an earlier part, of data, split, init";
    return own == Purpose.DROPOUT ? usual + ", shuffle" : usual;
  }

  /** Whether samples are shuffled; so too if what would say so could not be read. */
  private boolean shuffles() {
    return facts.batching().map(Batching::shuffles).orElse(true);
  }

  /** The seeds of some families are smaller than others'. */
  private void checkSeed(String section, long seed) {
    Optional<RandomAlgorithm> rng = facts.trace().find(ExperimentKeys.RNG);
    if (rng.isPresent() && seed > rng.get().largestSeed()) {
      String message = seed + " is out of range for rng: " + Words.word(rng.get());
      String path = section + "." + StreamKeys.SEED.name();
      facts.wrong(path, message, "a whole number from 0 to " + rng.get().largestSeed());
    }
  }
}
