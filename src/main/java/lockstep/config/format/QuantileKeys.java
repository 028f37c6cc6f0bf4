package lockstep.config.format;

import java.util.Collections;
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
import lockstep.data.GaussianQuantiles;

/** The keys of {@code generator: gaussian_quantiles}. */
final class QuantileKeys {
  private static final Key<Long> SAMPLES = SampleKeys.samples(GaussianQuantiles.DEFAULT_SAMPLES);

  private static final Key<Integer> CLASSES =
      Key.of("classes", Whole.size(1), "The number of classes, from the centre outwards.", "2")
          .byDefault(GaussianQuantiles.DEFAULT_CLASSES);

  private static final Key<Integer> FEATURES =
      Key.of("features", Whole.size(1), "The number of coordinates around the origin.", "2")
          .otherwise(GaussianQuantiles.DEFAULT_FEATURES + ", unless a mean is given");

  private static final Key<List<Double>> MEAN =
      Key.of(
              "mean",
              ListOf.atLeast(1, "a list with one number for each coordinate", Real.ANY),
              "The centre.",
              "[1, -2]")
          .otherwise("the origin");

  private static final Key<Double> COV =
      Key.of("cov", new Real(Range.atLeast(0)), "The variance of every coordinate.", "2")
          .byDefault(GaussianQuantiles.DEFAULT_VARIANCE);

  private static final Key<Boolean> SHUFFLE = SampleKeys.shuffle(GaussianQuantiles.DEFAULT_SHUFFLE);

  static final Block<GaussianQuantiles> BLOCK =
      Block.of(GaussianQuantiles.class)
          .with(SAMPLES, GaussianQuantiles::samples)
          .with(CLASSES, GaussianQuantiles::classes)
          .maybe(FEATURES, made -> Optional.empty())
          .maybe(MEAN, made -> Optional.of(made.mean()))
          .with(COV, GaussianQuantiles::variance)
          .with(SHUFFLE, GaussianQuantiles::shuffle)
          .exclusive(FEATURES, MEAN)
          .check(QuantileKeys::checkClasses)
          .make(QuantileKeys::make);

  private QuantileKeys() {}

  private static GaussianQuantiles make(Values v) {
    int features = v.find(FEATURES).orElse(GaussianQuantiles.DEFAULT_FEATURES);
    List<Double> mean = v.find(MEAN).orElseGet(() -> Collections.nCopies(features, 0.0));
    return new GaussianQuantiles(v.of(SAMPLES), v.of(CLASSES), mean, v.of(COV), v.of(SHUFFLE));
  }

  private static void checkClasses(Values values, Scope scope) {
    long classes = values.find(CLASSES).orElse(1);
    long samples = values.find(SAMPLES).orElse(Long.MAX_VALUE);
    if (samples < classes) {
      String path = scope.child(SAMPLES.name()).path();
      String message = samples + " are fewer than the " + classes + " classes";
      scope.trace().report(path, message, "at least one for each class");
    }
  }
}
