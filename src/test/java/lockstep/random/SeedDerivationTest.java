package lockstep.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedDerivationTest {

  /** Right-hand side: {@code printf lockstep/init/0 | sha256sum | cut -c 1-8}. */
  @ParameterizedTest
  @CsvSource({
    "0, INIT, 0bd9d638",
    "42, INIT, ad7f1b63",
    "0, DATA, 1e2e1de6",
    "42, DATA, 3795f978",
    "0, SPLIT, 0c84757d",
    "42, SPLIT, ff3ced7d",
  })
  void seedIsTheBeginningOfADigestOfPurposeAndSeed(long seed, Purpose purpose, String digits) {
    assertThat(SeedDerivation.derive(seed, purpose)).isEqualTo(Long.parseLong(digits, 16));
  }

  @Test
  void purposesAndSeedsGiveDifferentSeeds() {
    Set<Long> seeds = new HashSet<>();
    for (long seed = 0; seed < 1000; seed++) {
      for (Purpose purpose : Purpose.values()) {
        seeds.add(SeedDerivation.derive(seed, purpose));
      }
    }
    assertThat(seeds).hasSize(1000 * Purpose.values().length);
  }

  @Test
  void negativeSeedsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeedDerivation.derive(-1, Purpose.INIT))
        .withMessageContaining("-1");
  }

  @Test
  void repeatsFromTheSecondOnHaveSeedsOfTheirOwn() {
    assertThat(SeedDerivation.repeat(7, 2)).isBetween(0L, 4_294_967_295L);
    assertThat(SeedDerivation.repeat(7, 2)).isNotEqualTo(SeedDerivation.repeat(7, 3));
    assertThat(SeedDerivation.repeat(7, 2)).isNotEqualTo(SeedDerivation.repeat(8, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> SeedDerivation.repeat(7, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> SeedDerivation.repeat(-1, 2));
  }
}
