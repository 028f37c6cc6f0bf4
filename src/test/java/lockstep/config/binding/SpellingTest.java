package lockstep.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN =
      List.of("learning_rate", "epochs", "relu", "leaky_relu", "on", "bce", "r2");

  @ParameterizedTest
  @CsvSource({
    "learning_rat, learning_rate",
    "learnign_rate, learning_rate",
    "Learning-Rate, learning_rate",
    "epoch, epochs",
    "rellu, relu",
    "leakyrelu, leaky_relu",
    "yes, on",
    "cross_entropy, bce",
    "lr, learning_rate",
    "r3, r2",
    "softmax, ''",
    "x, ''",
    "'', ''",
  })
  void findsWhatWasProbablyMeant(String written, String meant) {
    assertThat(Spelling.nearest(written, KNOWN)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "ab, ba, 1", "abc, abc, 0", "abc, abcd, 1", "abc, '', 3"})
  void countsTheLettersThatDiffer(String from, String to, int distance) {
    assertThat(Spelling.distance(from, to)).isEqualTo(distance);
  }
}
