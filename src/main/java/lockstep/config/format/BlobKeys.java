package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Grid;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.ListOr;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.yaml.YamlWriter;
import lockstep.data.BlobCenters;
import lockstep.data.Blobs;
import lockstep.data.ClassSizes;

/** The keys of {@code generator: blobs}. */
final class BlobKeys {
  private static final BlobCenters DRAWN =
      new BlobCenters.Drawn(
          BlobCenters.Drawn.DEFAULT_COUNT,
          BlobCenters.Drawn.DEFAULT_FEATURES,
          BlobCenters.Drawn.DEFAULT_LOW,
          BlobCenters.Drawn.DEFAULT_HIGH);

  private static final Type<ClassSizes> SIZES = SampleKeys.sizes(1, Integer.MAX_VALUE, "cloud");

  private static final Key<ClassSizes> SAMPLES =
      Key.of("samples", SIZES, "How many samples: of all clouds, or of each.", "100")
          .byDefault(new ClassSizes.Total(Blobs.DEFAULT_SAMPLES));

  private static final Type<BlobCenters> CENTER_TYPE =
      new ListOr<>(
          Mapped.of(BlobCenters.class, Whole.size(1), BlobKeys::someCenters, BlobCenters::count),
          Mapped.of(
              BlobCenters.class,
              Grid.of("a list of points", Real.ANY),
              BlobCenters.Given::new,
              centers -> ((BlobCenters.Given) centers).coordinates()),
          BlobCenters.Drawn.class::isInstance);

  private static final Key<BlobCenters> CENTERS =
      Key.of(
              "centers",
              CENTER_TYPE,
              "How many clouds, their centers drawn uniformly; or the centers. Cloud k is class k,"
                  + " the first being class 0.",
              "[[-3.5, -2.0], [2.5, 3.5]]")
          .byDefault(DRAWN);

  private static final Key<Integer> FEATURES =
      Key.of("features", Whole.size(1), "How many coordinates drawn centers have.", "2")
          .otherwise(BlobCenters.Drawn.DEFAULT_FEATURES + ", for centers that are drawn");

  private static final Type<List<Double>> INTERVAL =
      ListOf.atLeast(2, "a list of two numbers, low and high,", Real.ANY);

  private static final String USUAL_BOX =
      YamlWriter.inline(
          INTERVAL.write(List.of(BlobCenters.Drawn.DEFAULT_LOW, BlobCenters.Drawn.DEFAULT_HIGH)));

  private static final Key<List<Double>> CENTER_BOX =
      Key.of(
              "center_box",
              INTERVAL,
              "The bounds between which every coordinate of a center is drawn.",
              "[-10, 10]")
          .otherwise(USUAL_BOX + ", for centers that are drawn");

  private static final ListOf<Double> DEVIATIONS =
      ListOf.atLeast(
          1, "a list with one number at least 0 for each cloud", new Real(Range.atLeast(0)));

  private static final Key<List<Double>> STD =
      Key.of(
              "std",
              new ListOr<>(
                  new Mapped<>(
                      DEVIATIONS::cast, new Real(Range.atLeast(0)), List::of, all -> all.get(0)),
                  DEVIATIONS,
                  all -> all.size() == 1),
              "The standard deviation of the coordinates around their center: of all clouds, or of"
                  + " each.",
              "2.25")
          .byDefault(List.of(Blobs.DEFAULT_DEVIATION));

  private static final Key<Boolean> SHUFFLE = SampleKeys.shuffle(Blobs.DEFAULT_SHUFFLE);

  static final Block<Blobs> BLOCK =
      Block.of(Blobs.class)
          .with(SAMPLES, Blobs::sizes)
          .with(CENTERS, Blobs::centers)
          .maybe(FEATURES, blobs -> drawn(blobs.centers()).map(BlobCenters.Drawn::features))
          .maybe(CENTER_BOX, blobs -> drawn(blobs.centers()).map(c -> List.of(c.low(), c.high())))
          .with(STD, Blobs::deviations)
          .with(SHUFFLE, Blobs::shuffle)
          .check(BlobKeys::checkDrawn)
          .check(BlobKeys::checkBox)
          .check(BlobKeys::checkCounts)
          .make(v -> new Blobs(v.of(SAMPLES), centers(v), v.of(STD), v.of(SHUFFLE)));

  private BlobKeys() {}

  private static BlobCenters someCenters(int count) {
    BlobCenters.Drawn usual = (BlobCenters.Drawn) DRAWN;
    return new BlobCenters.Drawn(count, usual.features(), usual.low(), usual.high());
  }

  private static BlobCenters centers(Values values) {
    BlobCenters centers = values.of(CENTERS);
    if (!(centers instanceof BlobCenters.Drawn usual)) {
      return centers;
    }
    List<Double> box = values.find(CENTER_BOX).orElse(List.of(usual.low(), usual.high()));
    int features = values.find(FEATURES).orElse(usual.features());
    return new BlobCenters.Drawn(usual.count(), features, box.get(0), box.get(1));
  }

  private static Optional<BlobCenters.Drawn> drawn(BlobCenters centers) {
    return centers instanceof BlobCenters.Drawn some ? Optional.of(some) : Optional.empty();
  }

  private static void checkDrawn(Values values, Scope scope) {
    boolean given = values.find(CENTERS).filter(BlobCenters.Given.class::isInstance).isPresent();
    for (Key<?> key : List.of(FEATURES, CENTER_BOX)) {
      if (given && values.given().contains(key.name())) {
        String path = scope.child(key.name()).path();
        scope.trace().report(path, "has no meaning where centers are given", "a number of centers");
      }
    }
  }

  private static void checkBox(Values values, Scope scope) {
    Optional<List<Double>> box = values.find(CENTER_BOX);
    boolean right = box.map(b -> b.size() == 2 && b.get(0) < b.get(1)).orElse(true);
    if (!right) {
      String path = scope.child(CENTER_BOX.name()).path();
      scope.trace().report(path, "is no interval", "two numbers, the first below the second");
    }
  }

  private static void checkCounts(Values values, Scope scope) {
    Optional<Integer> clouds = values.find(CENTERS).map(BlobCenters::count);
    Optional<Integer> deviations = values.find(STD).map(List::size).filter(size -> size > 1);
    Optional<Integer> sizes =
        values
            .find(SAMPLES)
            .filter(ClassSizes.PerClass.class::isInstance)
            .map(each -> ((ClassSizes.PerClass) each).sizes().size());
    checkCount(clouds, deviations, scope.child(STD.name()));
    checkCount(clouds, sizes, scope.child(SAMPLES.name()));
    Optional<Long> total = values.find(SAMPLES).map(ClassSizes::total);
    if (sizes.isEmpty()
        && clouds.isPresent()
        && total.filter(all -> all < clouds.get()).isPresent()) {
      String message = total.get() + " are fewer than the " + clouds.get() + " centers";
      scope.trace().report(scope.child(SAMPLES.name()).path(), message, "a point for each center");
    }
  }

  private static void checkCount(Optional<Integer> clouds, Optional<Integer> count, Scope scope) {
    if (clouds.isPresent() && count.isPresent() && !clouds.equals(count)) {
      String message = "has " + count.get() + " numbers for " + clouds.get() + " centers";
      scope.trace().report(scope.path(), message, "one number, or one for each center");
    }
  }
}
