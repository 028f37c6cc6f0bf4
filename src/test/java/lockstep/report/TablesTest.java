package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lockstep.config.Recording;
import lockstep.experiment.TrialResult;
import lockstep.random.Purpose;
import lockstep.sweep.TrialRecord;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static TrialRecord record(ReportInput input, Recording recording) {
    TrialResult result = input.result();
    return TrialRecord.of(result, List.of(), recording);
  }

  private static List<String> history(Recording recording) throws IOException {
    TrialRecord record = record(Examples.blobs(), recording);
    StringBuilder text = new StringBuilder();
    new TrialTables(2, trial -> record, TrialTables.of(record).measured(), List.of()).history(text);
    return text.toString().lines().toList();
  }

  private static String summary(ReportInput input) throws IOException {
    StringBuilder text = new StringBuilder();
    TrialTables.of(record(input, new Recording.All())).summary(text, new TrialTables.Numbered());
    return text.toString().lines().toList().get(1);
  }

  @Test
  void trialsFollowEachOther() throws IOException {
    List<String> history = history(new Recording.All());
    assertThat(history).hasSize(9);
    assertThat(history.get(0))
        .isEqualTo("trial,epoch,loss,accuracy,error_rate,test_loss,test_accuracy");
    assertThat(history.get(1)).isEqualTo("1,0,0.3,0.62,0.38,0.35,0.6");
    assertThat(history.get(5)).isEqualTo("2,0,0.3,0.62,0.38,0.35,0.6");
  }

  @Test
  void onlyRecordedEpochsAreInTheHistory() throws IOException {
    List<String> history = history(new Recording.Every(2));
    assertThat(history.stream().map(row -> row.substring(0, 3)))
        .containsExactly("tri", "1,0", "1,2", "1,3", "2,0", "2,2", "2,3");
  }

  @Test
  void columnsThatATrialDoesNotHaveStayEmpty() throws IOException {
    TrialRecord record = record(Examples.circles(), new Recording.Listed(List.of(1)));
    StringBuilder text = new StringBuilder();
    new TrialTables(1, trial -> record, List.of("r2", "loss"), List.of()).history(text);
    assertThat(text.toString()).startsWith("trial,epoch,r2,loss\n1,1,,");
  }

  @Test
  void seedsOfPurposesThatNotEveryExperimentHasAreToldWhereTheyAreUsed() throws IOException {
    TrialRecord record = withDropout(record(Examples.blobs(), new Recording.All()));
    StringBuilder text = new StringBuilder();
    TrialTables.of(record).summary(text, new TrialTables.Numbered());
    assertThat(text.toString())
        .startsWith("trial,data_seed,split_seed,init_seed,dropout_seed,verdict")
        .contains("\n1,0,0,42,7,completed,");
  }

  private static TrialRecord withDropout(TrialRecord record) {
    List<OptionalLong> seeds = new ArrayList<>(record.seeds());
    seeds.set(Purpose.DROPOUT.ordinal(), OptionalLong.of(7));
    return new TrialRecord(
        record.ending(),
        seeds,
        record.lastEpoch(),
        record.bestEpoch(),
        record.measures(),
        record.history(),
        record.expectations(),
        record.failures());
  }

  @Test
  void aContinuedStreamHasTheSeedOfItsOrigin() throws IOException {
    assertThat(summary(Examples.blobs()))
        .startsWith("1,0,0,42,completed,,,3,2,0.1,0.08,0.9,0.92,0.1,0.08,");
  }

  @Test
  void withoutASplitThereIsNoSplitSeed() throws IOException {
    assertThat(summary(Examples.circles())).startsWith("1,0,,42,diverged,rebounded,122,150,145,");
  }

  @Test
  void parametersAreNumberedFromOne() throws IOException {
    StringBuilder text = new StringBuilder();
    Tables.parameters(Examples.blobs().result().finalParameters(), text);
    assertThat(text)
        .hasToString(
            "layer,kind,from,to,value\n1,weight,1,1,0.5\n1,weight,2,1,-1.5\n1,bias,,1,0.5\n");
  }
}
