package lockstep.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first line of a file: the names of its columns.
 *
 * @param cells one a column
 */
record CsvHeader(List<CsvCell> cells) {
  private static final int MOST_NAMES_TOLD = 20;

  CsvHeader {
    cells = List.copyOf(cells);
  }

  /** The names, in the order of the file. */
  List<String> names() {
    return cells.stream().map(CsvCell::text).toList();
  }

  /**
   * Where columns are, from 0.
   *
   * @param wanted names of this header
   */
  int[] indices(List<String> wanted) {
    Map<String, Integer> places = new TreeMap<>();
    for (int index = 0; index < cells.size(); index++) {
      places.put(cells.get(index).text(), index);
    }
    return wanted.stream().mapToInt(places::get).toArray();
  }

  /**
   * Tells columns without a name and names that occur again.
   *
   * @param problems where it is told
   */
  void check(CsvProblems problems) {
    Set<String> seen = new TreeSet<>();
    for (int index = 0; index < cells.size(); index++) {
      CsvCell cell = cells.get(index);
      if (cell.text().isEmpty()) {
        problems.add(cell, "column " + (index + 1) + " has no name", "a name in the first line");
      } else if (!seen.add(cell.text())) {
        problems.add(cell, "there is another column " + cell.text(), "different names");
      }
    }
  }

  /**
   * Finds the columns that are wanted.
   *
   * @param request which ones
   * @param problems where it is told which ones are missing, at the beginning of the line
   * @return what is found; all of it if there is no problem
   */
  CsvColumns resolve(CsvRequest request, CsvProblems problems) {
    request.targets().forEach(name -> checkKnown("target", name, problems));
    request.inputs().orElse(List.of()).forEach(name -> checkKnown("input", name, problems));
    List<String> inputs = request.inputs().orElseGet(() -> others(request.targets()));
    if (inputs.isEmpty()) {
      problems.add(cells.get(0), "no column is left for the inputs", "more columns than targets");
    }
    return new CsvColumns(inputs, request.targets());
  }

  private List<String> others(List<String> targets) {
    return names().stream().filter(name -> !targets.contains(name)).toList();
  }

  private void checkKnown(String role, String name, CsvProblems problems) {
    if (!names().contains(name)) {
      problems.add(cells.get(0), "there is no " + role + " column " + name, "one of " + told());
    }
  }

  private String told() {
    String told = String.join(", ", names().stream().limit(MOST_NAMES_TOLD).toList());
    int further = cells.size() - MOST_NAMES_TOLD;
    return further > 0 ? told + " and " + further + " more" : told;
  }
}
