package lockstep.config.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Reach;
import lockstep.config.yaml.SourceText;
import lockstep.data.CsvProblem;
import lockstep.data.CsvTableReader;

/** What is wrong with a CSV file, with its place. */
public final class CsvMistakes {
  private static final CsvProblem ONE_COLUMN =
      new CsvProblem(1, 1, "the header is a single column", "cells that are separated by commas");

  private CsvMistakes() {}

  /**
   * Problems as mistakes. A wrong separator makes everything wrong, so it alone is told.
   *
   * @param problems what was found
   * @param file where
   * @param rank its place among the files of a list of problems
   */
  public static List<Mistake> of(List<CsvProblem> problems, Path file, int rank) {
    SourceText source = new SourceText(file.toString(), Reach.everywhere(), rank, text(file));
    List<CsvProblem> told = isOneColumn(source) ? List.of(ONE_COLUMN) : problems;
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

  /** The text for excerpts; empty if there is none that could be shown. */
  private static String text(Path file) {
    try {
      String text = Files.size(file) > CsvTableReader.MOST_BYTES ? "" : Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      return "";
    }
  }
}
