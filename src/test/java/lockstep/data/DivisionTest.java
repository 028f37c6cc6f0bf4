package lockstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.random.Purpose;
import lockstep.random.RandomAlgorithm;
import lockstep.random.StreamSpec;
import lockstep.random.Streams;
import org.junit.jupiter.api.Test;

/** Divisions into parts and folds: what must hold of them, and what is refused. */
class DivisionTest {
  private static final TargetEncoding AS_IS = new TargetEncoding.AsIs();
  private static final Optional<PartSize> THREE = Optional.of(new PartSize.Count(3));
  private static final Optional<PartSize> FIFTH = Optional.of(new PartSize.Share(0.2));

  /** One input each, which is the sample's number; the classes as given. */
  private static Generator numbered(int... classes) {
    return new Rows(
        IntStream.range(0, classes.length).mapToObj(i -> List.of((double) i)).toList(),
        Arrays.stream(classes).mapToObj(i -> List.of((double) i)).toList());
  }

  private static Streams streams(long seed) {
    return new Streams(
        RandomAlgorithm.NUMPY,
        Map.of(
            Purpose.DATA, new StreamSpec.Seeded(0, 0),
            Purpose.SPLIT, new StreamSpec.Seeded(seed, 0)));
  }

  private static DataSpec folded(Generator generator, Fold fold) {
    return new DataSpec(generator, AS_IS, Optional.of(fold), Optional.empty(), ScalingSpec.NONE);
  }

  private static List<Integer> places(Samples samples) {
    return Arrays.stream(samples.inputs().getColumn(0)).mapToObj(x -> (int) x).toList();
  }

  @Test
  void everySampleIsInOnePartAndInTheTestPartOfOneFold() {
    Generator data =
        new Rows(
            IntStream.range(0, 11).mapToObj(i -> List.of((double) i)).toList(),
            IntStream.range(0, 11).mapToObj(i -> List.of(i + 0.5)).toList());
    Folds folds = new Folds(3, Allocation.SHUFFLED);
    List<Integer> tested = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      DataSpec spec = folded(data, folds.fold(number));
      DataSet made = spec.build(streams(4));
      List<Integer> held = places(made.test().orElseThrow());
      List<Integer> left = places(made.train());
      assertThat(held).hasSize((int) spec.count(Part.TEST));
      assertThat(left).hasSize((int) spec.count(Part.TRAIN));
      assertThat(Stream.concat(held.stream(), left.stream()).sorted())
          .containsExactlyElementsOf(IntStream.range(0, 11).boxed().toList());
      tested.addAll(held);
    }
    assertThat(tested).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void whatAFoldLeavesIsDividedOnceMore() {
    Generator data = numbered(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    Split split = new Split(THREE, Optional.empty(), Allocation.SHUFFLED);
    Folds folds = new Folds(3, Allocation.IN_ORDER);
    DataSpec spec =
        new DataSpec(data, AS_IS, Optional.of(folds.fold(2)), Optional.of(split), ScalingSpec.NONE);
    DataSet made = spec.build(streams(9));
    assertThat(places(made.test().orElseThrow())).containsExactly(4, 5, 6, 7);
    int[] order = RandomAlgorithm.NUMPY.start(9).permutation(8);
    int[] rest = {0, 1, 2, 3, 8, 9, 10, 11};
    assertThat(places(made.validation().orElseThrow()))
        .containsExactly(rest[order[0]], rest[order[1]], rest[order[2]]);
    assertThat(spec.parts()).containsExactly(Part.TRAIN, Part.VALIDATION, Part.TEST);
    assertThat(spec.count(Part.TRAIN)).isEqualTo(5);
    assertThat(spec.drawsParts()).isTrue();
  }

  @Test
  void sharesAreOfAllSamplesAndRoundedUp() {
    Split split = new Split(FIFTH, FIFTH, Allocation.SHUFFLED);
    DataSpec spec = new DataSpec(new Moons(101, 0, true), AS_IS, Optional.of(split));
    assertThat(spec.count(Part.TEST)).isEqualTo(21);
    assertThat(spec.count(Part.VALIDATION)).isEqualTo(21);
    assertThat(spec.count(Part.TRAIN)).isEqualTo(59);
  }

  @Test
  void inOrderNothingIsDrawn() {
    Split split = new Split(THREE, THREE, Allocation.IN_ORDER);
    DataSpec spec = new DataSpec(numbered(0, 1, 0, 1, 0, 1, 0, 1), AS_IS, Optional.of(split));
    DataSet made = spec.build(new Streams(RandomAlgorithm.NUMPY, onlyData()));
    assertThat(places(made.train())).containsExactly(0, 1);
    assertThat(places(made.validation().orElseThrow())).containsExactly(2, 3, 4);
    assertThat(places(made.test().orElseThrow())).containsExactly(5, 6, 7);
    assertThat(spec.drawsParts()).isFalse();
  }

  private static Map<Purpose, StreamSpec> onlyData() {
    return Map.of(Purpose.DATA, new StreamSpec.Seeded(0, 0));
  }

  @Test
  void partsThatWouldBeEmptyAreRefused() {
    Split test = Split.test(0.9);
    assertThat(test.obstacle(3, 0))
        .hasValueSatisfying(
            obstacle -> {
              assertThat(obstacle).hasMessage("test size 0.9 leaves none of 3 samples to train on");
              assertThat(obstacle.part()).contains(Part.TEST);
            });
    Split both = new Split(THREE, FIFTH, Allocation.SHUFFLED);
    assertThat(both.obstacle(4, 0))
        .hasValueSatisfying(
            obstacle -> {
              assertThat(obstacle)
                  .hasMessage(
                      "validation size 3 beside 1 to test leaves none of 4 samples to train on");
              assertThat(obstacle.part()).contains(Part.VALIDATION);
            });
    assertThat(both.obstacle(5, 0)).isEmpty();
    assertThat(new Folds(5, Allocation.SHUFFLED).obstacle(4)).isPresent();
    assertThat(new Folds(5, Allocation.SHUFFLED).obstacle(5)).isEmpty();
  }

  @Test
  void classesWithTooFewMembersAreRefused() {
    DataSpec single =
        split(new Split(Optional.empty(), THREE, Allocation.STRATIFIED), 0, 0, 0, 1, 0, 0);
    assertThat(single.obstacle(streams(1)))
        .hasValueSatisfying(obstacle -> assertThat(obstacle).hasMessageContaining("single sample"));
    assertThatThrownBy(() -> single.build(streams(1))).isInstanceOf(IndivisibleException.class);
    DataSpec small =
        split(
            new Split(Optional.empty(), Optional.of(new PartSize.Count(2)), Allocation.STRATIFIED),
            0,
            1,
            2,
            0,
            1,
            2);
    assertThat(small.obstacle(streams(1)))
        .hasValueSatisfying(
            obstacle -> {
              assertThat(obstacle)
                  .hasMessage("test part of 2 samples cannot have each of 3 classes");
              assertThat(obstacle.part()).contains(Part.TEST);
            });
    DataSpec folds =
        folded(numbered(0, 0, 0, 0, 1, 1), new Folds(3, Allocation.STRATIFIED).fold(1));
    assertThat(folds.obstacle(streams(1)))
        .hasValueSatisfying(
            obstacle ->
                assertThat(obstacle)
                    .hasMessage("a class has only 2 of the samples, fewer than 3 folds"));
  }

  private static DataSpec split(Split split, int... classes) {
    return new DataSpec(numbered(classes), AS_IS, Optional.of(split));
  }

  @Test
  void foldsWithoutAClassAreRefusedWhicheverFoldIsHeldOut() {
    Generator sorted = numbered(0, 0, 0, 0, 1, 1, 1, 1);
    for (int number = 1; number <= 2; number++) {
      DataSpec spec = folded(sorted, new Folds(2, Allocation.IN_ORDER).fold(number));
      assertThat(spec.obstacle(streams(0)))
          .hasValueSatisfying(
              obstacle -> assertThat(obstacle).hasMessage("fold 1 has no sample of class 1"));
    }
    assertThat(
            folded(sorted, new Folds(2, Allocation.STRATIFIED_IN_ORDER).fold(1))
                .obstacle(streams(0)))
        .isEmpty();
  }

  @Test
  void combinationsThatMeanNothingAreRefused() {
    Generator sine = new SineRegression(20, 0, 1, 0);
    Split stratified = new Split(Optional.empty(), FIFTH, Allocation.STRATIFIED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSpec(sine, AS_IS, Optional.of(stratified)))
        .withMessage("only classes can be stratified");
    Fold fold = new Folds(2, Allocation.SHUFFLED).fold(1);
    Split test = Split.test(0.2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DataSpec(sine, AS_IS, Optional.of(fold), Optional.of(test), ScalingSpec.NONE))
        .withMessage("the folds are the test parts");
    ScalingSpec targets = new ScalingSpec(Optional.empty(), Optional.of(Scaling.Standard.DEFAULT));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DataSpec(numbered(0, 1), AS_IS, Optional.empty(), Optional.empty(), targets))
        .withMessage("classes cannot be scaled");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Split(Optional.empty(), Optional.empty(), Allocation.SHUFFLED));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Split(THREE, THREE, Allocation.STRATIFIED_IN_ORDER));
    assertThatIllegalArgumentException().isThrownBy(() -> new Folds(1, Allocation.SHUFFLED));
    for (int number : new int[] {0, 3}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Folds(2, Allocation.SHUFFLED).fold(number));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new PartSize.Count(0));
  }

  @Test
  void aColumnNamesItsPart() {
    assertThat(Part.of("loss")).isEqualTo(Part.TRAIN);
    assertThat(Part.of("validation_loss")).isEqualTo(Part.VALIDATION);
    assertThat(Part.of("test_accuracy")).isEqualTo(Part.TEST);
    assertThat(Part.quantity("validation_accuracy")).isEqualTo("accuracy");
    assertThat(Part.quantity("loss")).isEqualTo("loss");
    assertThat(Part.TEST.column("r2")).isEqualTo("test_r2");
    assertThat(Set.of(Part.values())).allMatch(part -> Part.of(part.column("loss")) == part);
  }
}
