package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import lockstep.config.ExperimentSpec;
import lockstep.experiment.TrialResult;
import lockstep.network.Parameters;
import lockstep.training.Analysis;
import lockstep.training.History;
import lockstep.training.StabilitySpec;
import lockstep.training.StopCondition;
import lockstep.training.TrainingOutcome;
import lockstep.training.Verdict;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** The published run with a learning rate of 0.005, and curvatures put in by hand. */
class StabilitySectionTest {
  private static final double NOT_MEASURED = Double.NaN;

  /** A run that has these curvatures at epochs 0, 2, 4, ... and at the last one. */
  private static ReportInput input(int epochs, Verdict verdict, double... curvatures) {
    ReportInput circles = Examples.circles();
    List<double[]> rows = new ArrayList<>();
    for (int epoch = 0; epoch <= epochs; epoch++) {
      boolean measured = epoch % 2 == 0 || epoch == epochs;
      double curvature = measured ? curvatures[(epoch + 1) / 2] : NOT_MEASURED;
      double limit = StabilitySpec.stableLearningRate(curvature);
      rows.add(new double[] {700 - epoch, curvature, limit});
    }
    List<String> columns = List.of("loss", "curvature", "stable_learning_rate");
    TrainingOutcome old = circles.result().outcome();
    TrainingOutcome outcome =
        new TrainingOutcome(
            new History(columns, rows), verdict, old.finalParameters(), old.snapshots());
    TrialResult result = new TrialResult(spec(), circles.result().data(), outcome);
    return new ReportInput(result, List.of(), circles.configuration(), circles.network());
  }

  private static ExperimentSpec spec() {
    ExperimentSpec plain = Examples.circles().spec();
    return new ExperimentSpec(
        plain.name(),
        plain.title(),
        plain.description(),
        plain.source(),
        plain.rng(),
        plain.streams(),
        plain.data(),
        plain.network(),
        plain.training(),
        plain.deviations(),
        List.of(),
        plain.recording(),
        new Analysis(Optional.of(new StabilitySpec(2))),
        plain.save(),
        List.of());
  }

  private static Verdict diverged(int epoch) {
    return new Verdict.Diverged(
        StopCondition.REBOUNDED,
        epoch,
        OptionalInt.empty(),
        701,
        700,
        696,
        4,
        OptionalDouble.of(700));
  }

  @Test
  void tellsWhenTheLimitFellBelowTheRateAndWhichRateWouldHaveHeld() {
    String text = StabilitySection.text(input(7, diverged(5), 20, 100, 500, 1000, 250));

    assertThat(text)
        .contains("every 2 epochs, 5 times in all")
        .contains("The limit 2/λ was 0.100 at epoch 0, 0.002 at epoch 6, where it was lowest")
        .contains("below the learning rate of 0.005 for the first time at epoch 4")
        .contains("and at 2 measurements in all")
        .contains("diverged, at epoch 5, the limit was 0.004 (measured at epoch 4), with λ = 500")
        .contains("the learning rate was 1.25 times the limit")
        .contains("a learning rate below 0.004 would have been below every limit measured up to")
        .contains("and one below 0.002 below all of them");
  }

  @Test
  void ofAnExplosionTheLimitBeforeItIsToldAndNotThatOfTheWreck() {
    Verdict exploded =
        new Verdict.Diverged(
            StopCondition.EXPLODED,
            4,
            OptionalInt.empty(),
            1e9,
            700,
            698,
            2,
            OptionalDouble.empty());
    ReportInput input = input(4, exploded, 20, 1000, 1e9);

    assertThat(StabilitySection.text(input))
        .contains("the limit was 0.002 (measured at epoch 2), with λ = 1000")
        .contains("a learning rate below 0.002 would have been below every limit measured up to")
        .contains("last before it diverged")
        .doesNotContain("below all of them");
    assertThat(StabilitySection.text(input(4, diverged(4), 20, 1000, 2000)))
        .contains("the limit was 0.001, with λ = 2000");
  }

  @Test
  void aRateThatWasTooLargeFromTheStartIsTold() {
    assertThat(Texts.of(input(4, diverged(3), 1000, 2000, 40)).get("report.md"))
        .contains(
            "At epoch 2, before that, the largest stable rate was 0.001, and the one used was")
        .contains("was 5 times that; how it got there");
  }

  @Test
  void aRunThatNeverMeetsTheLimitIsToldSo() {
    String text = StabilitySection.text(input(4, new Verdict.Completed(), 20, 10, 40));

    assertThat(text)
        .contains("It was never below the learning rate of 0.005.")
        .doesNotContain("diverged", "could not be determined", "no eigenvalue");
  }

  @Test
  void whatSetsNoLimitAndWhatIsUnknownAreToldApart() {
    String text = StabilitySection.text(input(6, new Verdict.Completed(), 20, -1, Double.NaN, 0));

    assertThat(text)
        .contains("At 2 measurements no eigenvalue was above 0")
        .contains("At 1 measurement λ could not be determined");
  }

  @Test
  void withoutAnyLimitThereIsNoFigure() {
    ReportInput never = input(4, diverged(3), Double.NaN, Double.NaN, Double.NaN);
    SortedMap<String, String> files = Texts.of(never);

    assertThat(files).doesNotContainKey("figures/stability.svg");
    assertThat(files.get("report.md")).contains("At 3 measurements λ could not be determined");
    assertThat(files.get("summary.csv")).endsWith(",NaN\n");
    assertThat(Texts.of(input(4, new Verdict.Completed(), -1, -2, -3)).get("summary.csv"))
        .endsWith(",Infinity\n");
  }

  @Test
  void cellsThatWereNotMeasuredAreEmptyAndThoseWithoutAnAnswerAreNot() {
    String history = Texts.of(input(4, diverged(3), 20, Double.NaN, -3)).get("history.csv");

    assertThat(history)
        .isEqualTo(
            """
            trial,epoch,loss,curvature,stable_learning_rate
            1,0,700.0,20.0,0.1
            1,1,699.0,,
            1,2,698.0,NaN,NaN
            1,3,697.0,,
            1,4,696.0,-3.0,Infinity
            """);
  }

  @Test
  void whatAnAnalysisAddsIsNeitherRankedNorComparedWithMetrics() {
    SortedMap<String, String> files = Texts.of(input(4, diverged(3), 20, 500, 40));

    assertThat(files.get("summary.csv").lines().findFirst().orElseThrow())
        .endsWith("final_loss,best_loss,lowest_stable_learning_rate");
    assertThat(files.get("summary.csv")).endsWith(",0.004\n");
    assertThat(files.get("report.md")).doesNotContain("| curvature", "best_curvature");
    assertThat(files.get("report.md"))
        .contains("](figures/stability.svg)")
        .contains("From epoch 0 to epoch 2 the largest stable rate fell from 0.100 to 0.004, below")
        .doesNotContain("With `analysis:");
  }

  @Test
  void aDivergedRunWithoutItAdvisesIt() {
    assertThat(Texts.of(Examples.circles()).get("report.md"))
        .contains("With `analysis: {stability: {every: 10}}` in the file")
        .contains(
            "Which rate would have held, `search: {largest_stable: {low: 0.00005, high: 0.005}}`");
    assertThat(Texts.of(Examples.sine()).get("report.md")).doesNotContain("With `analysis:");
  }

  @Test
  void theUnitsThatDiedAreNamed() {
    Parameters alive = hidden(1, 1, 1, 1);
    ReportInput plain = input(4, diverged(3), 20, 500, 40);

    assertThat(sentences(plain, alive, hidden(-1, 1, -1, 1)))
        .anyMatch(words -> words.startsWith("2 hidden units died"))
        .anyMatch(words -> words.endsWith("any more: units 1, 3 of layer 1."));
    assertThat(sentences(plain, hidden(-1, 1, 1, 1), hidden(-1, 1, 1, -1)))
        .anyMatch(words -> words.endsWith("any more: unit 4 of layer 1."))
        .anyMatch(words -> words.contains("a slope of 0 on every training sample"));
    assertThat(sentences(plain, alive, alive)).noneMatch(words -> words.contains("died"));
  }

  /** Units of the first layer that see their bias only, and a second layer that is alive. */
  private static Parameters hidden(double... biases) {
    RealMatrix first = MatrixUtils.createRowRealMatrix(biases);
    RealMatrix second = MatrixUtils.createRealMatrix(new double[][] {{1, 1, 1}});
    RealMatrix last = MatrixUtils.createRealMatrix(1, 1);
    return new Parameters(
        List.of(
            new Parameters.Layer(MatrixUtils.createRealMatrix(2, 4), first),
            new Parameters.Layer(MatrixUtils.createRealMatrix(4, 3), second),
            new Parameters.Layer(MatrixUtils.createRealMatrix(3, 1), last)));
  }

  private static List<String> sentences(ReportInput input, Parameters start, Parameters end) {
    Verdict.Diverged verdict = (Verdict.Diverged) input.result().verdict();
    TrainingOutcome outcome = new TrainingOutcome(input.history(), verdict, end, Map.of(0, start));
    TrialResult result = new TrialResult(input.spec(), input.result().data(), outcome);
    return new Divergence(result, verdict).sentences();
  }
}
