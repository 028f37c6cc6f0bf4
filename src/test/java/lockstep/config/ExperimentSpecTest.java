package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;
import lockstep.training.Metric;
import org.junit.jupiter.api.Test;

class ExperimentSpecTest {
  private final ExperimentSpec xor = Specs.read(Path.of("experiments/xor.yaml"));

  private ExperimentSpec with(
      Map<Purpose, StreamSpec> streams, List<Metric> metrics, List<Expectation> expectations) {
    return new ExperimentSpec(
        xor.name(),
        xor.title(),
        xor.description(),
        xor.source(),
        xor.rng(),
        streams,
        xor.data(),
        xor.network(),
        xor.training(),
        xor.deviations(),
        metrics,
        new Recording.All(),
        expectations);
  }

  @Test
  void collectionsAreCopied() {
    Map<Purpose, StreamSpec> streams = new LinkedHashMap<>(xor.streams());
    List<Metric> metrics = new ArrayList<>(xor.metrics());
    List<Expectation> expectations = new ArrayList<>(xor.expectations());
    ExperimentSpec spec = with(streams, metrics, expectations);

    streams.clear();
    metrics.add(Metric.R2);
    expectations.add(
        new Expectation.Predicted(new Expectation.Moment.Final(), List.of(), List.of()));

    assertThat(spec).isEqualTo(xor);
    assertThatThrownBy(() -> spec.streams().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void streamsAreInTheOrderOfUse() {
    Map<Purpose, StreamSpec> streams = new LinkedHashMap<>();
    streams.put(Purpose.INIT, xor.streams().get(Purpose.INIT));
    streams.putAll(xor.streams());

    assertThat(with(streams, List.of(), List.of()).streams().keySet())
        .containsExactlyElementsOf(Purpose.EVERYWHERE);
  }

  @Test
  void purposesThatNotEveryExperimentHasComeLast() {
    Map<Purpose, StreamSpec> streams = new LinkedHashMap<>();
    streams.put(Purpose.DROPOUT, new StreamSpec.Seeded(4, 0));
    streams.put(Purpose.SHUFFLE, new StreamSpec.Continued(Purpose.INIT, 0));
    streams.putAll(xor.streams());

    assertThat(with(streams, List.of(), List.of()).streams().keySet())
        .containsExactly(Purpose.values());
    assertThat(xor.streams()).doesNotContainKeys(Purpose.SHUFFLE, Purpose.DROPOUT);
  }

  @Test
  void everyPurposeNeedsAStream() {
    Map<Purpose, StreamSpec> streams = new LinkedHashMap<>(xor.streams());
    streams.remove(Purpose.SPLIT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(streams, List.of(), List.of()))
        .withMessage("streams for [DATA, INIT] only");
  }
}
