package lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import lockstep.training.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnTest {

  @ParameterizedTest
  @EnumSource(Metric.class)
  void everyMetricHasWordsAUnitAndItsOwnDirection(Metric metric) {
    Column column = new Column("test_" + metric.column());
    assertThat(column.heldOut()).isTrue();
    assertThat(column.isLoss()).isFalse();
    assertThat(column.words()).isNotBlank().doesNotContain("_").isNotEqualTo("loss");
    assertThat(column.higherIsBetter()).isEqualTo(metric.largerIsBetter());
    assertThat(column.isA(metric.kind())).isTrue();
    assertThat(Arrays.stream(Metric.Kind.values()).filter(column::isA)).hasSize(1);
    assertThat(Column.unit(metric.kind())).isNotBlank();
  }

  @Test
  void wordsTellMetricsApart() {
    assertThat(Arrays.stream(Metric.values()).map(metric -> new Column(metric.column()).words()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theLossIsNoMetricAndLowerIsBetter() {
    Column loss = new Column("test_loss");
    assertThat(loss.isLoss()).isTrue();
    assertThat(loss.higherIsBetter()).isFalse();
    assertThat(Arrays.stream(Metric.Kind.values()).filter(loss::isA)).isEmpty();
    assertThat(loss.words(true)).isEqualTo("loss (test)");
  }

  @Test
  void whatIsNeitherLossNorMetricIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Column("test_exactness"))
        .withMessageContaining("test_exactness");
  }
}
