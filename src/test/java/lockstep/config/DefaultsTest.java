package lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.config.binding.Catalogue;
import lockstep.config.format.ExperimentKeys;
import lockstep.data.BlobCenters;
import lockstep.data.Blobs;
import lockstep.data.ClassSizes;
import lockstep.data.Coefficients;
import lockstep.data.LinearRegression;
import lockstep.random.Purpose;
import lockstep.random.SeedDerivation;
import lockstep.random.StreamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds where a file says nothing. Changing it changes what files mean, so that the table of
 * all defaults is kept by hand.
 */
class DefaultsTest {
  private static final String SMALL =
      """
      network: {layers: [2, 1]}
      training: {loss: mse, learning_rate: 0.1, epochs: 10}
      """;

  @TempDir Path folder;

  @Test
  void everyDefaultIsPinned() {
    String defaults =
        Catalogue.of(ExperimentKeys.EXPERIMENT).stream()
            .filter(item -> !item.word())
            .map(DefaultsTest::row)
            .collect(Collectors.joining());

    assertThat(Path.of("src/test/resources/defaults.txt")).content().isEqualTo(defaults);
  }

  private static String row(Catalogue.Item item) {
    String condition = item.condition().isEmpty() ? "" : " (" + item.condition() + ")";
    return item.path() + condition + " -> " + item.fallback() + "\n";
  }

  private ExperimentSpec with(String data) {
    return Specs.read(Specs.file(folder, "a.yaml", "data: " + data + "\n" + SMALL));
  }

  @Test
  void blobsAreThoseOfScikitLearnsMakeBlobs() {
    assertThat(with("{generator: blobs}").data().generator())
        .isEqualTo(
            new Blobs(
                new ClassSizes.Total(100),
                new BlobCenters.Drawn(3, 2, -10, 10),
                List.of(1.0),
                true));
  }

  @Test
  void linearDataHaveOneInputWithADrawnSlope() {
    Path file =
        Specs.file(
            folder, "b.yaml", "data: {generator: linear}\n" + SMALL.replace("[2, 1]", "[1, 1]"));

    assertThat(Specs.read(file).data().generator())
        .isEqualTo(new LinearRegression(100, new Coefficients.Drawn(1), 0, 0));
  }

  @Test
  void theSeedIsZero() {
    assertThat(with("{generator: xor}").streams())
        .containsEntry(
            Purpose.INIT, new StreamSpec.Seeded(SeedDerivation.derive(0, Purpose.INIT), 0));
  }

  @Test
  void onlyBinaryCrossEntropyOnClassesIsMeasuredBesideTheLoss() {
    assertThat(with("{generator: xor}").metrics()).isEmpty();
  }
}
