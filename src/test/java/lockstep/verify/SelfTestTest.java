package lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.sweep.SweepSettings;
import lockstep.verify.SelfTest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfTestTest {
  private static final Path SET = Path.of("src/main/resources/lockstep/verify/selftest");

  /** What fails here shows the lines for the file with the known answers, in its own format. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void thisMachineGivesTheKnownDigests(int workers) throws IOException {
    List<Answer> told = new ArrayList<>();
    List<Answer> answers = SelfTest.run(new SweepSettings(workers, false), told::add);

    String found =
        answers.stream()
            .map(answer -> answer.name() + " " + answer.digest() + "\n")
            .collect(Collectors.joining());
    assertThat(found).isEqualTo(Files.readString(SET.resolve(SelfTest.ANSWERS)));
    assertThat(answers).isNotEmpty().allMatch(Answer::holds).isEqualTo(told);
  }

  @Test
  void everyExperimentOfTheSetHasAKnownAnswer() throws IOException {
    try (Stream<Path> files = Files.list(SET)) {
      assertThat(SelfTest.known().keySet())
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .map(name -> name.substring(0, name.length() - ".yaml".length()))
                  .toList());
    }
  }

  @Test
  void anotherDigestDoesNotHoldAndChangesTheOneOfAll() throws IOException {
    Answer right = new Answer("a", "1f", "1f");
    Answer wrong = new Answer("a", "2f", "1f");

    assertThat(right.holds()).isTrue();
    assertThat(wrong.holds()).isFalse();
    assertThat(SelfTest.digest(List.of(right))).isNotEqualTo(SelfTest.digest(List.of(wrong)));
  }
}
