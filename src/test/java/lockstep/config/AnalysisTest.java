package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import lockstep.training.Analysis;
import lockstep.training.StabilitySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {
  private static final String PLAIN =
      """
      data: {generator: circles, samples: 10}
      network: {layers: [2, 3, 1]}
      training: {loss: bce, learning_rate: 0.1, epochs: 25}
      """;

  @TempDir Path folder;

  private ExperimentSpec with(String more) {
    return Specs.read(Specs.file(folder, "a.yaml", PLAIN + more));
  }

  @Test
  void theStabilityIsMeasuredEveryTenEpochsWhereNothingIsSaid() {
    assertThat(with("analysis: {stability: {}}").analysis())
        .isEqualTo(new Analysis(Optional.of(new StabilitySpec(10))));
    assertThat(with("analysis: {stability: {every: 3}}").analysis())
        .isEqualTo(new Analysis(Optional.of(new StabilitySpec(3))));
  }

  @Test
  void aFileWithoutItIsWrittenWithoutItAndKeepsItsDigest() {
    ExperimentSpec plain = with("");
    assertThat(plain.analysis()).isEqualTo(Analysis.NONE);
    assertThat(ExperimentFile.write(plain)).doesNotContain("analysis");
    assertThat(ExperimentFile.digest(with("analysis: {}"))).isEqualTo(ExperimentFile.digest(plain));
  }

  @Test
  void itIsPartOfTheResolvedFileAndOfTheDigest() {
    ExperimentSpec analysed = with("analysis: {stability: {every: 3}}");
    Path written = Specs.file(folder, "b.yaml", ExperimentFile.write(analysed));

    assertThat(Specs.read(written)).isEqualTo(analysed);
    assertThat(ExperimentFile.digest(analysed))
        .isNotEqualTo(ExperimentFile.digest(with("")))
        .isNotEqualTo(ExperimentFile.digest(with("analysis: {stability: {every: 4}}")));
  }

  @Test
  void whatIsMeasuredCanBeExpected() {
    String expectations =
        """
        analysis: {stability: {every: 10}}
        expect:
          - {epoch: 20, curvature: 1.5}
          - {epoch: 25, stable_learning_rate: 1.3}
          - {epoch: final, curvature: 1.5, loss: 0.7}
        """;
    assertThat(with(expectations).expectations()).hasSize(3);
  }
}
