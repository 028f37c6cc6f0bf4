package lockstep.config.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import lockstep.config.Search;
import lockstep.config.Search.LargestStable;
import lockstep.config.Search.RangeTest;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Digits;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Place;
import lockstep.decimal.DecimalGrid;
import lockstep.decimal.PrintedNumber;

/** The keys under {@code search}. */
public final class SearchKeys {
  private static final String DEFAULT_KEY = "training.learning_rate";
  private static final int DEFAULT_DIGITS = 3;
  private static final int DEFAULT_EPOCHS = 100;

  /** Fewer epochs are too few to tell where a loss falls from where it rises. */
  private static final int FEWEST_EPOCHS = 10;

  private static final Digits POSITIVE = new Digits(new Real(Range.above(0)));

  private static final Key<String> KEY =
      Key.of(
              "key",
              new Text(KeyPath.PATTERN, "that is a full key"),
              "The key whose largest stable value is searched; it need not stand elsewhere.",
              "training.learning_rate")
          .byDefault(DEFAULT_KEY);

  private static final Key<PrintedNumber> LOW =
      Key.of(
          "low", POSITIVE, "The smallest value that is tried: training should be stable.", "0.1");

  private static final Key<PrintedNumber> HIGH =
      Key.of(
          "high",
          POSITIVE,
          "The largest value that is tried: training should not be stable.",
          "10");

  private static final Key<Integer> DIGITS =
      Key.of(
              "digits",
              Whole.small(1, DecimalGrid.MOST_DIGITS),
              "With how many significant digits the value is found; each takes three or four more"
                  + " trials.",
              "2")
          .byDefault(DEFAULT_DIGITS);

  private static final Block<LargestStable> LARGEST_STABLE =
      Block.of(LargestStable.class)
          .with(KEY, LargestStable::key)
          .with(LOW, search -> printed(search.low()))
          .with(HIGH, search -> printed(search.high()))
          .with(DIGITS, LargestStable::digits)
          .check(SearchKeys::changesTrials)
          .check(SearchKeys::ordered)
          .check(SearchKeys::onTheGrid)
          .make(
              v ->
                  new LargestStable(
                      v.of(KEY), v.of(LOW).decimal(), v.of(HIGH).decimal(), v.of(DIGITS)));

  private static final Key<Double> FIRST =
      Key.of("low", new Real(Range.above(0)), "The learning rate of the first epoch.", "1e-4");

  private static final Key<Double> LAST =
      Key.of("high", new Real(Range.above(0)), "The learning rate of the last epoch.", "10");

  private static final Key<Integer> EPOCHS =
      Key.of(
              "epochs",
              Whole.size(FEWEST_EPOCHS),
              "How many epochs the run has; the learning rate grows by the same factor after each.",
              "200")
          .byDefault(DEFAULT_EPOCHS);

  private static final Block<RangeTest> RANGE_TEST =
      Block.of(RangeTest.class)
          .with(FIRST, RangeTest::low)
          .with(LAST, RangeTest::high)
          .with(EPOCHS, RangeTest::epochs)
          .check(SearchKeys::growing)
          .make(v -> new RangeTest(v.of(FIRST), v.of(LAST), v.of(EPOCHS)));

  /** The searches: a row for each. */
  public static final Type<Search> TYPE =
      new Choice<>(
          "a search",
          Search.class,
          List.of(
              new Option<>(
                  "largest_stable",
                  LargestStable.class,
                  LARGEST_STABLE,
                  "Finds the largest value with which training neither diverges nor ends with a"
                      + " higher loss than it began with, by bisection, for every configuration and"
                      + " repeat of the sweep."),
              new Option<>(
                  "range_test",
                  RangeTest.class,
                  RANGE_TEST,
                  "Trains once with a learning rate that grows every epoch, and shows where"
                      + " the loss falls fastest and where it begins to rise.")));

  private SearchKeys() {}

  private static PrintedNumber printed(BigDecimal value) {
    return new PrintedNumber(Numbers.show(value.doubleValue()));
  }

  private static void changesTrials(Values values, Scope scope) {
    Optional<KeyPath> key = values.find(KEY).flatMap(KeyPath::of);
    if (key.isPresent() && !ByKey.changesTrials(key.get())) {
      String path = scope.child(KEY.name()).path();
      scope.trace().report(path, key.get().text() + " does not change a trial", "any other key");
    }
  }

  private static void ordered(Values values, Scope scope) {
    Optional<BigDecimal> low = values.find(LOW).map(PrintedNumber::decimal);
    Optional<BigDecimal> high = values.find(HIGH).map(PrintedNumber::decimal);
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
      scope.trace().report(scope.child(HIGH.name()).path(), "is not above low", "low below high");
    }
  }

  private static void onTheGrid(Values values, Scope scope) {
    for (Key<PrintedNumber> bound : List.of(LOW, HIGH)) {
      Optional<BigDecimal> value = values.find(bound).map(PrintedNumber::decimal);
      Optional<Integer> digits = values.find(DIGITS);
      if (value.isPresent()
          && digits.isPresent()
          && !new DecimalGrid(digits.get()).has(value.get())) {
        String message = "has more than " + digits.get() + " significant digits";
        String expected = "as many as digits says, or more digits";
        scope.trace().report(scope.child(bound.name()).path(), message, expected);
      }
    }
  }

  private static void growing(Values values, Scope scope) {
    boolean both = values.find(FIRST).isPresent() && values.find(LAST).isPresent();
    if (both && values.of(FIRST) >= values.of(LAST)) {
      scope.trace().report(scope.child(LAST.name()).path(), "is not above low", "low below high");
    }
  }

  /** A searched value as it would stand in a file at a place. */
  public static Node node(Place place, BigDecimal value) {
    return Numbers.node(place, value.doubleValue());
  }

  /** The search as it is written. */
  public static Node write(Search search) {
    return TYPE.write(search);
  }
}
