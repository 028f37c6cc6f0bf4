package lockstep.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderSweeps {
  @Test
  void render() throws Exception {
    Map<String, SweepInput> all =
        new java.util.TreeMap<>(
            Map.of(
                "rates",
                SweepExamples.rates(),
                "once",
                SweepExamples.once(),
                "map",
                SweepExamples.map(),
                "ways",
                SweepExamples.ways(),
                "drawn",
                SweepExamples.drawn(300),
                "pairs",
                SweepExamples.pairs(200),
                "lost",
                SweepExamples.lost(),
                "single",
                SweepExamples.single(),
                "large",
                SweepExamples.crossed(1, 100, 100),
                "dense",
                SweepExamples.crossed(3, 3000)));
    all.put("cube", SweepExamples.crossed(2, 6, 5, 4));
    for (var one : all.entrySet()) {
      if (!System.getProperty("only", one.getKey()).contains(one.getKey())) continue;
      long t = System.nanoTime();
      SweepReport report = SweepReport.of(one.getValue());
      for (var file : report.files().entrySet()) {
        Path path = Path.of("/tmp/sweeprep", one.getKey(), file.getKey());
        Files.createDirectories(path.getParent());
        try (var out = Files.newOutputStream(path)) {
          file.getValue().writeTo(out);
        }
      }
      System.out.println(
          one.getKey() + " " + (System.nanoTime() - t) / 1000000 + " ms: " + report.sentence());
    }
  }
}
