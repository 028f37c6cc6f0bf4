package lockstep.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files as texts in memory, for tests. */
final class Texts {
  private Texts() {}

  static SortedMap<String, String> of(ReportInput input) {
    return of(Report.files(input));
  }

  static SortedMap<String, String> of(SortedMap<String, Content> files) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach((path, content) -> texts.put(path, of(content)));
    return texts;
  }

  static String of(Content content) {
    try {
      return content.text();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static SortedMap<String, Content> contents(SortedMap<String, String> texts) {
    SortedMap<String, Content> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, Content.text(text)));
    return files;
  }
}
