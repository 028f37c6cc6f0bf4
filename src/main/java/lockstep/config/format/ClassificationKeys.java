package lockstep.config.format;

import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.data.Classification;
import lockstep.data.ClusterLayout;
import lockstep.data.ClusterPlaces;
import lockstep.data.FeatureCounts;
import lockstep.data.FeatureNumbers;

/** The keys of {@code generator: classification}. */
final class ClassificationKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(Classification.DEFAULT_SAMPLES);

  private static final Key<Integer> FEATURES =
      Key.of("features", Whole.size(1), "The number of inputs.", "5")
          .byDefault(FeatureCounts.DEFAULT_FEATURES);

  private static final Key<Integer> INFORMATIVE =
      Key.of("informative", Whole.size(1), "The inputs in which the clusters differ.", "3")
          .byDefault(FeatureCounts.DEFAULT_INFORMATIVE);

  private static final Key<Integer> REDUNDANT =
      Key.of(
              "redundant",
              Whole.size(0),
              "The inputs that are random linear combinations of the informative ones.",
              "1")
          .byDefault(FeatureCounts.DEFAULT_REDUNDANT);

  private static final Key<Integer> REPEATED =
      Key.of(
              "repeated",
              Whole.size(0),
              "The inputs that are copies of informative or redundant ones; what is left of all"
                  + " inputs is noise.",
              "1")
          .byDefault(FeatureCounts.DEFAULT_REPEATED);

  private static final Key<Integer> CLASSES =
      Key.of("classes", Whole.size(1), "The number of classes.", "3")
          .byDefault(ClusterLayout.DEFAULT_CLASSES);

  private static final Key<Integer> CLUSTERS_PER_CLASS =
      Key.of("clusters_per_class", Whole.size(1), "The number of clusters of each class.", "1")
          .byDefault(ClusterLayout.DEFAULT_CLUSTERS);

  private static final Key<List<Double>> WEIGHTS =
      Key.of(
              "weights",
              ListOf.atLeast(1, "a list of shares in [0, 1]", new Real(Range.closed(0, 1))),
              "The share of the samples that each class gets; the last one may be left out.",
              "[0.9, 0.1]")
          .otherwise("equal shares");

  private static final Key<Double> FLIP_Y =
      Key.of(
              "flip_y",
              new Real(Range.closed(0, 1)),
              "The share of the samples whose class is drawn anew from all classes.",
              "0.05")
          .byDefault(Classification.DEFAULT_FLIP);

  private static final Key<Double> CLASS_SEP =
      Key.of(
              "class_sep",
              Real.ANY,
              "Half the distance between neighbouring corners of the hypercube.",
              "1.5")
          .byDefault(ClusterPlaces.DEFAULT_SEPARATION);

  private static final Key<Boolean> HYPERCUBE =
      Key.of(
              "hypercube",
              Words.TRUTH,
              "Whether clusters lie on the corners of a hypercube, or of a random polytope.",
              "false")
          .byDefault(ClusterPlaces.DEFAULT_HYPERCUBE);

  private static final Key<FeatureNumbers> SHIFT =
      Key.of(
              "shift",
              new FeatureNumberType(),
              "What is added to the inputs; drawn, it is uniform in [-class_sep, class_sep).",
              "drawn")
          .byDefault(ClusterPlaces.DEFAULT_SHIFT);

  private static final Key<FeatureNumbers> SCALE =
      Key.of(
              "scale",
              new FeatureNumberType(),
              "What the inputs are multiplied by, after the shift; drawn, it is uniform in [1,"
                  + " 101).",
              "10")
          .byDefault(ClusterPlaces.DEFAULT_SCALE);

  private static final Key<Boolean> SHUFFLE =
      Key.of("shuffle", Words.TRUTH, "Whether samples and inputs come in random order.", "false")
          .byDefault(Classification.DEFAULT_SHUFFLE);

  static final Block<Classification> BLOCK =
      Block.of(Classification.class)
          .with(SAMPLES, Classification::samples)
          .with(FEATURES, made -> made.features().features())
          .with(INFORMATIVE, made -> made.features().informative())
          .with(REDUNDANT, made -> made.features().redundant())
          .with(REPEATED, made -> made.features().repeated())
          .with(CLASSES, made -> made.clusters().classes())
          .with(CLUSTERS_PER_CLASS, made -> made.clusters().clustersPerClass())
          .maybe(WEIGHTS, made -> Optional.of(made.clusters().weights()).filter(w -> !w.isEmpty()))
          .with(FLIP_Y, Classification::flip)
          .with(CLASS_SEP, made -> made.places().separation())
          .with(HYPERCUBE, made -> made.places().hypercube())
          .with(SHIFT, made -> made.places().shift())
          .with(SCALE, made -> made.places().scale())
          .with(SHUFFLE, Classification::shuffle)
          .check(ClassificationKeys::checkFeatures)
          .check(ClassificationKeys::checkCorners)
          .check(ClassificationKeys::checkWeights)
          .check((values, scope) -> checkNumbers(SHIFT, values, scope))
          .check((values, scope) -> checkNumbers(SCALE, values, scope))
          .make(ClassificationKeys::make);

  private ClassificationKeys() {}

  private static Classification make(Values v) {
    return new Classification(
        v.of(SAMPLES),
        new FeatureCounts(v.of(FEATURES), v.of(INFORMATIVE), v.of(REDUNDANT), v.of(REPEATED)),
        new ClusterLayout(
            v.of(CLASSES), v.of(CLUSTERS_PER_CLASS), v.find(WEIGHTS).orElse(List.of())),
        new ClusterPlaces(v.of(CLASS_SEP), v.of(HYPERCUBE), v.of(SHIFT), v.of(SCALE)),
        v.of(FLIP_Y),
        v.of(SHUFFLE));
  }

  private static void checkFeatures(Values values, Scope scope) {
    long used = 0;
    for (Key<Integer> key : List.of(INFORMATIVE, REDUNDANT, REPEATED)) {
      used += values.find(key).orElse(0);
    }
    Optional<Integer> features = values.find(FEATURES);
    if (features.isPresent() && used > features.get()) {
      String message = features.get() + " are fewer than informative, redundant and repeated ones";
      report(scope, FEATURES, message, "at least " + used);
    }
  }

  private static void checkCorners(Values values, Scope scope) {
    long classes = values.find(CLASSES).orElse(1);
    long clusters = classes * values.find(CLUSTERS_PER_CLASS).orElse(1);
    int informative = values.find(INFORMATIVE).orElse(Long.SIZE);
    if (informative < Integer.SIZE - 1 && clusters > 1 << informative) {
      String message = informative + " have too few corners for " + clusters + " clusters";
      int needed = Long.SIZE - Long.numberOfLeadingZeros(clusters - 1);
      report(scope, INFORMATIVE, message, "at least " + needed);
    } else if (clusters > Integer.MAX_VALUE) {
      report(scope, CLASSES, clusters + " clusters are too many", "fewer");
    }
  }

  private static void checkWeights(Values values, Scope scope) {
    Optional<List<Double>> weights = values.find(WEIGHTS);
    Optional<Integer> classes = values.find(CLASSES);
    if (weights.isPresent() && classes.isPresent()) {
      int count = weights.get().size();
      if (count != classes.get() && count != classes.get() - 1) {
        String message = "has " + count + " shares for " + classes.get() + " classes";
        report(scope, WEIGHTS, message, "as many, or one fewer");
      } else {
        ClusterLayout.excess(weights.get())
            .ifPresent(excess -> report(scope, WEIGHTS, excess, "at most 1 in all"));
      }
    }
  }

  private static void checkNumbers(Key<FeatureNumbers> key, Values values, Scope scope) {
    Optional<Integer> features = values.find(FEATURES);
    Optional<FeatureNumbers> numbers = values.find(key);
    if (features.isPresent()
        && numbers.isPresent()
        && numbers.get() instanceof FeatureNumbers.Each each
        && each.values().size() != features.get()) {
      String message = "has " + each.values().size() + " numbers for " + features.get() + " inputs";
      report(scope, key, message, "one number, or one for each input");
    }
  }

  private static void report(Scope scope, Key<?> key, String message, String expected) {
    scope.trace().report(scope.child(key.name()).path(), message, expected);
  }
}
