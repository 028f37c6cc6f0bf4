package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionSectionTest {

  @Test
  void everyFileIsCalledWhatItIs() {
    List<String> files =
        List.of(
            "figures/loss.svg",
            "data/iris.csv",
            "init/model.yaml",
            "model.yaml",
            "confusion_matrix.csv",
            "roc_curve.csv");
    String text = ReproductionSection.text(Examples.sine(), files);
    assertThat(text.lines().filter(line -> line.contains("](")))
        .extracting(line -> line.split("\\| *")[2].strip())
        .containsExactly(
            "figure, shown above",
            "the columns that the experiment reads, as they were read",
            "the model that training starts from, as it was read",
            "the trained network, for `lockstep predict` and for further training",
            "how many samples of each class were taken for each",
            "true and false positive rate at every threshold");
  }
}
