package lockstep.config;

import java.util.Optional;
import lockstep.config.binding.Scope;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.config.sweep.Expansion;
import lockstep.config.sweep.SweepSection;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Place;

/** Reads what a file searches for, and what cannot stand beside it. */
final class SearchReader {
  private static final String SEARCH = ExperimentKeys.SEARCH.name();
  private static final String EXPECT = "expect";
  private static final String TRAINING = "training";

  private final Mapping root;
  private final Scope scope;

  private SearchReader(Mapping root, Scope scope) {
    this.root = root;
    this.scope = scope;
  }

  /**
   * Reads a search.
   *
   * @param root the file
   * @param scope of the whole file; gets the mistakes
   * @param sweep what the file sweeps, if that was right
   * @return empty if there is none, or a mistake
   */
  static Optional<Searching> read(Mapping root, Scope scope, Optional<SweepSection> sweep) {
    return root.get(SEARCH).flatMap(node -> new SearchReader(root, scope).read(node, sweep));
  }

  private Optional<Searching> read(Node node, Optional<SweepSection> sweep) {
    Scope own = scope.child(SEARCH).at(node);
    Optional<Search> search = ExperimentKeys.SEARCH.type().read(node, own);
    refuseExpectations();
    search.filter(Search.RangeTest.class::isInstance).ifPresent(test -> refuseSchedule());
    search.ifPresent(one -> sweep.ifPresent(section -> refuse(one, section)));
    return search.map(one -> searching(one, (Mapping) node));
  }

  private Searching searching(Search search, Mapping node) {
    String path = SEARCH + "." + node.entries().get(0).key();
    return new Searching(search, place(path + ".low"), place(path + ".high"));
  }

  private Place place(String path) {
    return scope.trace().place(path);
  }

  /** An expectation would be about every trial, and which there are is what the search finds. */
  private void refuseExpectations() {
    root.entry(EXPECT)
        .ifPresent(
            entry ->
                scope
                    .child(EXPECT)
                    .wrong(entry.place(), "cannot stand together with search", "one of them", ""));
  }

  /** A range test has learning rates of its own. */
  private void refuseSchedule() {
    String key = UpdateKeys.SCHEDULE.name();
    root.get(TRAINING)
        .filter(Mapping.class::isInstance)
        .flatMap(training -> ((Mapping) training).entry(key))
        .ifPresent(
            entry ->
                scope
                    .child(TRAINING)
                    .child(key)
                    .wrong(
                        entry.place(), "a range test sets the learning rates", "no schedule", ""));
  }

  private void refuse(Search search, SweepSection sweep) {
    if (search instanceof Search.RangeTest && !sweep.equals(SweepSection.NONE)) {
      refuse("", "a range test is a single run", "one of sweep and range_test");
      return;
    }
    if (sweep.halving().isPresent()) {
      refuse(".halving", "cannot stand together with search", "one of them");
    }
    KeyPath searched = KeyPath.of(search.key()).orElseThrow(IllegalStateException::new);
    for (KeyPath key : Expansion.keys(sweep)) {
      if (key.overlaps(searched)) {
        String message = "sweeps " + key.text() + ", which is searched";
        refuse("", message, "other keys than " + searched.text());
      }
    }
  }

  private void refuse(String below, String message, String expected) {
    scope.trace().report(ExperimentKeys.SWEEP.name() + below, message, expected);
  }
}
