package lockstep.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lockstep.config.ExperimentSpec;
import lockstep.config.Recording;
import lockstep.data.DataSet;
import lockstep.experiment.Trial;
import lockstep.experiment.TrialResult;
import lockstep.random.Streams;
import lockstep.training.TrainingObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedDataTest {
  private static final long ROOM = 1 << 20;

  @TempDir private Path folder;

  @Test
  void trialsWithEqualDataGetTheSameObject() {
    List<ExperimentSpec> trials = trials("training.epochs=1", "network.init.seed=5");
    SharedData shared = new SharedData(ROOM);
    assertThat(data(shared, trials.get(0))).isSameAs(data(shared, trials.get(1)));
  }

  @Test
  void eachFoldHasItsOwnDataWhateverElseDiffers() {
    String fold = "data.split=null data.folds.k=4 data.folds.fold=%d";
    List<ExperimentSpec> trials =
        trials(
            fold.formatted(1),
            fold.formatted(2),
            fold.formatted(1) + " training.learning_rate=0.2");
    SharedData shared = new SharedData(ROOM);
    DataSet first = data(shared, trials.get(0));
    assertThat(data(shared, trials.get(2))).isSameAs(first);
    assertThat(data(shared, trials.get(1)).test()).isNotEqualTo(first.test());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.seed=9", "data.samples=41", "data.split.seed=9", "data.noise=0"})
  void whateverDecidesTheDataMakesOthers(String override) {
    List<ExperimentSpec> trials = trials("training.epochs=1", override);
    SharedData shared = new SharedData(ROOM);
    assertThat(data(shared, trials.get(0)).train())
        .isNotEqualTo(data(shared, trials.get(1)).train());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data.split.continues=data",
        "network.init.continues=data",
        "network.init.continues=split",
        "data.split.continues=data network.init.continues=split",
        "network.init.continues=data data.split=null",
        "data.skip=3 data.split.skip=2",
        "data.split.validation_size=5",
        "data.split=null data.folds.k=4 data.folds.fold=2",
        "network.init.continues=split data.split=null data.folds.k=4 data.folds.fold=2",
        "data.scaling=standard"
      })
  void everyTrialHasTheBitsOfTheTrialAlone(String override) {
    ExperimentSpec trial = trials(override).get(0);
    SharedData shared = new SharedData(ROOM);
    TrialResult alone = Trial.run(trial, TrainingObserver.NONE);
    for (int time = 0; time < 3; time++) {
      TrialResult result = Trial.run(trial, shared, 12, TrainingObserver.NONE);
      assertThat(record(result)).isEqualTo(record(alone));
      assertThat(result.finalParameters().layers().get(0).weights())
          .isEqualTo(alone.finalParameters().layers().get(0).weights());
    }
  }

  @Test
  void whatHasNoRoomIsMadeAgain() {
    ExperimentSpec trial = trials("training.epochs=1").get(0);
    SharedData shared = new SharedData(100);
    assertThat(data(shared, trial)).isNotSameAs(data(shared, trial)).isNotNull();
  }

  @Test
  void theDataUsedLongestAgoMakeRoom() {
    List<ExperimentSpec> trials = trials("data.seed=1", "data.seed=2", "data.seed=3");
    SharedData shared = new SharedData(7000);
    DataSet first = data(shared, trials.get(0));
    DataSet second = data(shared, trials.get(1));
    assertThat(data(shared, trials.get(0))).isSameAs(first);
    data(shared, trials.get(2));
    assertThat(data(shared, trials.get(0))).isSameAs(first);
    assertThat(data(shared, trials.get(1))).isNotSameAs(second);
  }

  private List<ExperimentSpec> trials(String... overrides) {
    return Sweeps.of(folder, Sweeps.MOONS, overrides).specs();
  }

  private static DataSet data(SharedData shared, ExperimentSpec trial) {
    return shared.of(trial, new Streams(trial.rng(), trial.streams()));
  }

  private static TrialRecord record(TrialResult result) {
    return TrialRecord.of(result, List.of(), new Recording.All());
  }
}
