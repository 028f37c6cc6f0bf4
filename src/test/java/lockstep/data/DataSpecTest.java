package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.random.Streams;
import org.junit.jupiter.api.Test;

class DataSpecTest {
  private static final TargetEncoding AS_IS = new TargetEncoding.AsIs();
  private static final TargetEncoding ONE_HOT = new TargetEncoding.OneHot(0.05, 0.95);
  private static final Generator LABELLED =
      new Rows(
          List.of(List.of(1.2, 1.6), List.of(7.6, 6.8), List.of(3.4, 4.4)),
          List.of(List.of(0.0), List.of(1.0), List.of(0.0)));
  private static final Generator SINE = new SineRegression(4, 0, 1, 0);

  private static Streams streams(long data, long split) {
    return new Streams(
        RandomAlgorithm.NUMPY,
        Map.of(
            Purpose.DATA, new StreamSpec.Seeded(data, 0),
            Purpose.SPLIT, new StreamSpec.Seeded(split, 0)));
  }

  private static DataSpec whole(Generator generator, TargetEncoding targets) {
    return new DataSpec(generator, targets, Optional.empty());
  }

  private static double[][] encoded(Generator generator, TargetEncoding targets) {
    DataSet data = whole(generator, targets).build(streams(0, 0));
    assertThat(data.test()).isEmpty();
    return data.train().targets().getData();
  }

  @Test
  void targetsStayAsGenerated() {
    assertThat(encoded(LABELLED, AS_IS)).isDeepEqualTo(new double[][] {{0}, {1}, {0}});
  }

  @Test
  void oneHotTargetsAreOnInTheColumnOfTheClass() {
    assertThat(encoded(LABELLED, ONE_HOT))
        .isDeepEqualTo(new double[][] {{0.95, 0.05}, {0.05, 0.95}, {0.95, 0.05}});
    assertThat(whole(LABELLED, ONE_HOT).targetColumns()).isEqualTo(2);
  }

  @Test
  void codesReplaceClassNumbers() {
    TargetEncoding codes =
        new TargetEncoding.Codes(List.of(List.of(0.0, 1.0, 2.0), List.of(3.0, 4.0, 5.0)));
    assertThat(encoded(LABELLED, codes))
        .isDeepEqualTo(new double[][] {{0, 1, 2}, {3, 4, 5}, {0, 1, 2}});
    assertThat(whole(LABELLED, codes).targetColumns()).isEqualTo(3);
  }

  /** PolarSPARC's perceptron data: two blobs, a quarter of which is held out. */
  @Test
  void factsAreThoseOfTheDataThatAreBuilt() {
    BlobCenters centers = new BlobCenters.Given(List.of(List.of(-3.5, -2.0), List.of(2.5, 3.5)));
    Generator blobs = new Blobs(new ClassSizes.Total(100), centers, List.of(2.25), true);
    DataSpec spec = new DataSpec(blobs, ONE_HOT, Optional.of(Split.test(0.25)));
    DataSet data = spec.build(streams(5, 5));
    assertThat(spec.inputColumns()).isEqualTo(2);
    assertThat(spec.targetColumns()).isEqualTo(2);
    assertThat(data.train().count()).isEqualTo(75);
    assertThat(data.test().orElseThrow().count()).isEqualTo(25);
    assertThat(spec.count(Part.TRAIN)).isEqualTo(75);
    assertThat(spec.count(Part.TEST)).isEqualTo(25);
    assertThat(data.train().targets().getColumnDimension()).isEqualTo(2);
  }

  @Test
  void splitTakesItsNumbersFromItsOwnStream() {
    DataSpec spec =
        new DataSpec(new Circles(20, 0.5, 0.1, true), AS_IS, Optional.of(Split.test(0.3)));
    DataSpec whole = whole(spec.generator(), AS_IS);
    DataSet divided = spec.build(streams(1, 2));
    Samples all = whole.build(streams(1, 9)).train();
    int[] order = RandomAlgorithm.NUMPY.start(2).permutation(20);
    assertThat(divided.test().orElseThrow().inputs().getRow(0))
        .containsExactly(all.inputs().getRow(order[0]));
    assertThat(divided.train().inputs().getRow(0)).containsExactly(all.inputs().getRow(order[6]));
    assertThat(spec.build(streams(1, 2))).isEqualTo(divided);
  }

  @Test
  void factsOfEnormousDataAreKnown() {
    DataSpec spec =
        new DataSpec(new Moons(1L << 40, 0, true), AS_IS, Optional.of(Split.test(0.25)));
    assertThat(spec.count(Part.TRAIN)).isEqualTo(3L << 38);
    assertThat(spec.count(Part.TEST)).isEqualTo(1L << 38);
  }

  @Test
  void withoutASplitNothingIsHeldOut() {
    assertThat(whole(SINE, AS_IS).count(Part.TRAIN)).isEqualTo(4);
    assertThat(whole(SINE, AS_IS).count(Part.TEST)).isZero();
  }

  @Test
  void combinationsThatCannotBeAreRefused() {
    refuses("one-hot targets need classes", SINE, ONE_HOT);
    TargetEncoding three =
        new TargetEncoding.Codes(List.of(List.of(1.0), List.of(2.0), List.of(3.0)));
    refuses("codes need classes", SINE, three);
    refuses("3 codes for 2 classes", LABELLED, three);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSpec(LABELLED, AS_IS, Optional.of(Split.test(0.9))))
        .withMessage("test size 0.9 leaves none of 3 samples to train on");
  }

  private static void refuses(String message, Generator generator, TargetEncoding targets) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> whole(generator, targets))
        .withMessageContaining(message);
  }

  @Test
  void encodingsAndSplitsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetEncoding.OneHot(1, 1))
        .withMessageContaining("on 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetEncoding.OneHot(Double.NaN, 1))
        .withMessageContaining("off NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetEncoding.Codes(List.of(List.of(0.0), List.of(0.0, 1.0))))
        .withMessageContaining("codes row 2");
    for (double size : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Split.test(size))
          .withMessageContaining("share");
    }
  }
}
