package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import lockstep.data.DataSet;
import lockstep.data.Samples;
import lockstep.experiment.TrialResult;
import lockstep.training.History;
import lockstep.training.StopCondition;
import lockstep.training.TrainingOutcome;
import lockstep.training.Verdict;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Trials at the edge of what can be shown: there is always a report, and never a broken figure. */
class OddTrialsTest {
  private static final String REGIONS = "figures/decision_regions.svg";

  private static SortedMap<String, String> files(
      ReportInput example, DataSet data, List<double[]> rows, UnaryOperator<RealMatrix> network) {
    TrialResult old = example.result();
    Verdict verdict =
        new Verdict.Diverged(
            StopCondition.NON_FINITE,
            0,
            OptionalInt.empty(),
            rows.get(0)[0],
            rows.get(0)[0],
            rows.get(0)[0],
            0,
            OptionalDouble.empty());
    History history = new History(old.history().columns(), rows);
    TrialResult result =
        new TrialResult(
            old.spec(),
            data,
            new TrainingOutcome(history, verdict, old.finalParameters(), Map.of()));
    SortedMap<String, String> files =
        Texts.of(new ReportInput(result, List.of(), example.configuration(), network));
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".svg")) {
            String drawn = text.substring(text.indexOf("</style>"));
            assertThat(drawn).as(path).doesNotContainPattern("[0-9MLHV]NaN|[0-9]{9}|\"NaN");
          }
        });
    return files;
  }

  @Test
  void aRunOfNoEpochsHasNoCurves() {
    ReportInput example = Examples.circles();
    List<double[]> rows = List.of(new double[] {Double.NaN, 0.5});
    assertThat(files(example, example.result().data(), rows, example.network()).keySet())
        .contains(REGIONS, "report.md")
        .doesNotContain("figures/loss.svg");
  }

  @Test
  void lossesThatAreNeverFiniteAreSaidToBe() {
    ReportInput example = Examples.circles();
    double infinite = Double.POSITIVE_INFINITY;
    List<double[]> rows =
        List.of(new double[] {infinite, 0.5}, new double[] {Double.NaN, Double.NaN});
    var files = files(example, example.result().data(), rows, example.network());
    assertThat(files.get("report.md")).contains("The loss was never finite.");
    assertThat(files.get("figures/loss.svg")).contains("not finite");
    assertThat(files.get("summary.csv")).contains(",NaN,NaN,NaN,0.5\n");
  }

  @Test
  void lossesAtTheEndOfTheDoublesAreDrawn() {
    ReportInput example = Examples.circles();
    List<double[]> rows =
        List.of(
            new double[] {5e-324, 0.5},
            new double[] {1e299, 0.5},
            new double[] {Double.MAX_VALUE, 0.5});
    assertThat(files(example, example.result().data(), rows, example.network()))
        .containsKey("figures/loss.svg");
    List<double[]> opposite = List.of(new double[] {-1e300, 0.5}, new double[] {1e300, 0.5});
    assertThat(files(example, example.result().data(), opposite, example.network()))
        .containsKey("figures/loss.svg");
  }

  @Test
  void outputsThatAreNotFiniteAreSaidToBe() {
    ReportInput example = Examples.circles();
    List<double[]> rows = example.history().rows();
    UnaryOperator<RealMatrix> broken =
        inputs -> MatrixUtils.createRealMatrix(inputs.getRowDimension(), 1).scalarAdd(Double.NaN);
    var files = files(example, example.result().data(), rows, broken);
    assertThat(files.get(REGIONS)).contains("outputs are not finite", ">class 1<");
  }

  @Test
  void aNetworkThatDecidesTheSameEverywhereHasNoBoundary() {
    ReportInput example = Examples.blobs();
    UnaryOperator<RealMatrix> constant =
        inputs -> MatrixUtils.createRealMatrix(inputs.getRowDimension(), 1);
    var files = files(example, example.result().data(), example.history().rows(), constant);
    assertThat(files.get(REGIONS)).contains("class=\"f0\"").doesNotContain("class=\"edge\"");
  }

  @Test
  void asManySamplesAsOneStillHaveAFigure() {
    RealMatrix one = MatrixUtils.createRealMatrix(new double[][] {{3, 1e6}});
    Samples sample = new Samples(one, MatrixUtils.createRealMatrix(1, 1));
    ReportInput example = Examples.blobs();
    DataSet data = DataSet.whole(sample);
    assertThat(files(example, data, example.history().rows(), example.network()))
        .containsKey(REGIONS);
  }

  @Test
  void manySamplesAreASmallFigure() {
    RealMatrix inputs = MatrixUtils.createRealMatrix(5000, 2);
    for (int row = 0; row < 5000; row++) {
      inputs.setRow(row, new double[] {row % 71 / 35.0 - 1, row % 67 / 33.0 - 1});
    }
    Samples samples = new Samples(inputs, MatrixUtils.createRealMatrix(5000, 1));
    ReportInput example = Examples.circles();
    DataSet data = DataSet.whole(samples);
    var files = files(example, data, example.history().rows(), example.network());
    assertThat(files.get(REGIONS)).hasSizeLessThan(100_000);
  }

  @Test
  void samplesAtTheEndOfTheDoublesCostNoNumbers() {
    double[][] rows = {{1e308, 0}, {-1e308, 1}, {0, Double.POSITIVE_INFINITY}, {2, Double.NaN}};
    Samples samples =
        new Samples(MatrixUtils.createRealMatrix(rows), MatrixUtils.createRealMatrix(4, 1));
    ReportInput example = Examples.circles();
    DataSet data = DataSet.whole(samples);
    var files = files(example, data, example.history().rows(), example.network());
    assertThat(files).containsKeys("history.csv", "summary.csv", "report.md");
    assertThat(files.get(REGIONS)).contains("samples beyond what can be drawn: 4");
  }

  @Test
  void aFigureThatFailsSaysSoAndCostsNothingElse() {
    ReportInput example = Examples.circles();
    UnaryOperator<RealMatrix> failing =
        inputs -> {
          throw new IllegalStateException("no outputs");
        };
    var whole = Texts.of(example);
    var files = files(example, example.result().data(), example.history().rows(), failing);
    assertThat(files.keySet()).isEqualTo(whole.keySet());
    assertThat(files.get(REGIONS)).contains(">Decision regions<", "could not be drawn");
    assertThat(files.get("figures/loss.svg")).doesNotContain("could not be drawn");
    assertThat(files.get("history.csv")).isEqualTo(whole.get("history.csv"));
  }
}
