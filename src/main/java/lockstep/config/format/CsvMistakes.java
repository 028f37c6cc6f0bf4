package lockstep.config.format;

import java.nio.file.Path;
import java.util.List;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Reach;
import lockstep.config.yaml.SourceText;
import lockstep.data.CsvProblem;
import lockstep.data.CsvReading;

/** What is wrong with a CSV file, with its place. */
public final class CsvMistakes {
  private static final CsvProblem ONE_COLUMN =
      new CsvProblem(1, 1, "the header is a single column", "cells that are separated by commas");

  private CsvMistakes() {}

  /**
   * Problems as mistakes. A wrong separator makes everything wrong, so it alone is told.
   *
   * @param reading what was found, and the text for excerpts
   * @param file where
   * @param rank its place among the files of a list of problems
   */
  public static List<Mistake> of(CsvReading reading, Path file, int rank) {
    SourceText source = new SourceText(file.toString(), Reach.everywhere(), rank, reading.text());
    List<CsvProblem> told = isOneColumn(source) ? List.of(ONE_COLUMN) : reading.problems();
    return told.stream().map(problem -> mistake(problem, source)).toList();
  }

  /** Whether the header looks as if its cells were separated by something else than commas. */
  private static boolean isOneColumn(SourceText source) {
    String header = source.text().lines().findFirst().orElse("");
    return !header.contains(",") && (header.contains(";") || header.contains("\t"));
  }

  private static Mistake mistake(CsvProblem problem, SourceText source) {
    return new Mistake(
        source.at(problem.line(), problem.column()), "", problem.message(), problem.expected(), "");
  }
}
