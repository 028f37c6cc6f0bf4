package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionSectionTest {

  @Test
  void aCopiedTableIsNotCalledAFigure() {
    List<String> files = List.of("figures/loss.svg", "iris.csv", "summary.csv");
    String text = ReproductionSection.text(Examples.sine(), files);
    assertThat(text.lines().filter(line -> line.contains("(figures/loss.svg)")))
        .singleElement()
        .asString()
        .contains("figure, shown above");
    assertThat(text.lines().filter(line -> line.contains("(iris.csv)")))
        .singleElement()
        .asString()
        .contains("the columns that the experiment reads");
  }
}
