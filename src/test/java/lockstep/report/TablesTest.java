package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.experiment.TrialResult;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void trialsFollowEachOther() {
    TrialResult trial = Examples.blobs().result();
    List<String> history = Tables.history(List.of(trial, trial)).lines().toList();
    assertThat(history).hasSize(9);
    assertThat(history.get(0))
        .isEqualTo("trial,epoch,loss,accuracy,error_rate,test_loss,test_accuracy");
    assertThat(history.get(1)).isEqualTo("1,0,0.3,0.62,0.38,0.35,0.6");
    assertThat(history.get(5)).isEqualTo("2,0,0.3,0.62,0.38,0.35,0.6");
  }

  @Test
  void aContinuedStreamHasTheSeedOfItsOrigin() {
    String row = Tables.summary(List.of(Examples.blobs().result())).lines().toList().get(1);
    assertThat(row).startsWith("1,0,0,42,completed,,,3,2,0.1,0.08,0.9,0.92,0.1,0.08,");
  }

  @Test
  void withoutASplitThereIsNoSplitSeed() {
    String row = Tables.summary(List.of(Examples.circles().result())).lines().toList().get(1);
    assertThat(row).startsWith("1,0,,42,diverged,rebounded,122,150,145,");
  }

  @Test
  void parametersAreNumberedFromOne() {
    assertThat(Tables.parameters(Examples.blobs().result().finalParameters()))
        .isEqualTo(
            "layer,kind,from,to,value\n1,weight,1,1,0.5\n1,weight,2,1,-1.5\n1,bias,,1,0.5\n");
  }
}
