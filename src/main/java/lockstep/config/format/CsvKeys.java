package lockstep.config.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Text;
import lockstep.config.binding.Values;
import lockstep.config.yaml.Reach;
import lockstep.data.CsvReading;
import lockstep.data.CsvRequest;
import lockstep.data.CsvTable;
import lockstep.data.CsvTableReader;

/**
 * The keys of {@code generator: csv}.
 *
 * <p>A resolved file names the table {@code data/<base name>}, which is where a results folder
 * keeps its copy.
 */
final class CsvKeys {
  private static final int AFTER_ALL_YAML = 1000;
  private static final ListOf<String> NAMES =
      new ListOf<>("a list of column names", Text.ANY, ListOf.Length.atLeast(1), true);

  private static final Key<String> FILE =
      Key.of(
          "file",
          new Text("[^\\x00-\\x1f]+", ""),
          "The CSV file, relative to the file in which this stands. Its first line names the"
              + " columns.",
          "iris.csv");

  private static final Key<List<String>> TARGETS =
      Key.of("targets", NAMES, "The columns with the targets.", "[price]");

  private static final Key<List<String>> INPUTS =
      Key.of(
              "inputs",
              NAMES,
              "The columns with the inputs, in this order; none of them a target.",
              "[area, rooms]")
          .otherwise("all columns that are not targets");

  static final Block<CsvTable> BLOCK =
      Block.of(CsvTable.class)
          .with(FILE, CsvTable::copyName)
          .with(TARGETS, table -> table.columns().targets())
          .maybe(INPUTS, table -> Optional.of(table.columns().inputs()))
          .check(CsvKeys::checkFile)
          .check(CsvKeys::checkRoles)
          .load(CsvKeys::load);

  private CsvKeys() {}

  private static void checkFile(Values values, Scope scope) {
    if (values.find(FILE).isEmpty()) {
      return;
    }
    Path file = file(values, scope);
    String key = scope.child(FILE.name()).path();
    Optional<String> refusal = reach(scope).refusal(file);
    if (refusal.isPresent()) {
      scope.trace().report(key, refusal.get(), Reach.remedy());
    } else if (!Files.isRegularFile(file)) {
      scope.trace().report(key, "there is no file " + file, "");
    }
  }

  /** What is to be predicted must not be among what it is predicted from. */
  private static void checkRoles(Values values, Scope scope) {
    List<String> targets = values.find(TARGETS).orElse(List.of());
    List<String> inputs = values.find(INPUTS).orElse(List.of());
    for (int i = 0; i < inputs.size(); i++) {
      if (targets.contains(inputs.get(i))) {
        String message = "column " + inputs.get(i) + " is a target too";
        String path = scope.child(INPUTS.name()).item(i).path();
        scope.trace().report(path, message, "columns that are not targets");
      }
    }
  }

  /** The file, relative to that in which its name stands. */
  private static Path file(Values values, Scope scope) {
    return reach(scope).resolve(values.of(FILE));
  }

  private static Reach reach(Scope scope) {
    return scope.trace().place(scope.child(FILE.name()).path()).source().reach();
  }

  private static Optional<CsvTable> load(Values values, Scope scope) {
    Path file = file(values, scope);
    CsvRequest request = new CsvRequest(file.toString(), values.of(TARGETS), values.find(INPUTS));
    CsvReading reading = CsvTableReader.read(file, request);
    if (!reading.problems().isEmpty()) {
      CsvMistakes.of(reading, file, AFTER_ALL_YAML).forEach(scope.trace()::report);
    }
    return reading.table();
  }
}
