package lockstep.config.check;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Aspect;
import lockstep.config.format.DataSection;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.StreamSection;
import lockstep.data.Allocation;
import lockstep.data.DataShape;
import lockstep.data.Fold;
import lockstep.data.IndivisibleException;
import lockstep.data.Part;
import lockstep.data.Split;

/** Whether samples can be divided and scaled as it is said, as far as their shape tells. */
record DivisionChecks(Facts facts) {
  private static final String FOLDS = "data.folds";
  private static final String SPLIT = "data.split";

  private static final Aspect<DataSection, Optional<StreamSection>> FOLD_STREAM =
      new Aspect<>(ExperimentKeys.DATA, DataSection::foldStream);

  void check(DataShape shape) {
    checkSizes(shape);
    checkTwoTestParts();
    checkStream();
    checkKinds(shape);
  }

  private void checkSizes(DataShape shape) {
    long samples = shape.samples();
    Optional<IndivisibleException> ofFolds =
        facts.fold().map(Fold::folds).flatMap(folds -> folds.obstacle(samples));
    ofFolds.ifPresent(
        obstacle -> facts.wrong(FOLDS + ".k", obstacle.getMessage(), "at most " + samples));
    if (ofFolds.isEmpty() && !hasTwoTestParts()) {
      facts
          .split()
          .flatMap(split -> split.obstacle(samples, facts.heldByFold(samples)))
          .ifPresent(this::refuse);
    }
  }

  private void refuse(IndivisibleException obstacle) {
    String size = obstacle.part().orElse(Part.TEST).word() + "_size";
    facts.wrong(SPLIT + "." + size, obstacle.getMessage(), "a smaller share");
  }

  private boolean hasTwoTestParts() {
    return facts.hasFolds() && facts.split().flatMap(Split::test).isPresent();
  }

  private void checkTwoTestParts() {
    if (hasTwoTestParts()) {
      facts.wrong(SPLIT + ".test_size", "the folds are the test parts already", "validation_size");
    }
  }

  /** Parts of one trial are drawn from one stream, first the folds. */
  private void checkStream() {
    boolean folds = facts.trace().find(FOLD_STREAM).filter(Optional::isPresent).isPresent();
    for (String key : List.of("seed", "continues")) {
      String path = SPLIT + "." + key;
      if (folds && facts.trace().isGiven(path)) {
        facts.wrong(path, "goes on with the random numbers of the folds", "data.folds." + key);
      }
    }
  }

  private void checkKinds(DataShape shape) {
    if (shape.classification()) {
      if (facts.trace().isGiven("data.target_scaling")) {
        facts.wrong("data.target_scaling", "the targets are classes", "targets of a regression");
      }
      return;
    }
    checkStratified(SPLIT, facts.split().map(Split::allocation));
    checkStratified(FOLDS, facts.fold().map(one -> one.folds().allocation()));
  }

  private void checkStratified(String section, Optional<Allocation> allocation) {
    if (allocation.filter(Allocation::stratifies).isPresent()) {
      String path = section + ".stratified";
      facts.wrong(path, "the targets are no classes", "stratified: false");
    }
  }
}
