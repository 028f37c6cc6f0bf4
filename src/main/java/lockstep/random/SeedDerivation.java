package lockstep.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The seeds of purposes for which an experiment states none.
 *
 * <p>The seed is made of the first four bytes, the highest first, of the SHA-256 digest of {@code
 * lockstep/<purpose>/<seed>}, where the purpose is its lower-case name and the seed the
 * experiment's in decimal digits: {@code lockstep/init/42}. A purpose's seed so depends on nothing
 * but its own name and the experiment's seed; stating another purpose's seed, or adding a purpose,
 * leaves it alone.
 */
public final class SeedDerivation {
  /** The latest seed of each purpose: the trials of a sweep ask for the same one. */
  private static final AtomicReferenceArray<Derived> LATEST =
      new AtomicReferenceArray<>(Purpose.values().length);

  private record Derived(long from, long seed) {}

  private SeedDerivation() {}

  /**
   * The seed of a purpose.
   *
   * @param seed the experiment's seed, at least 0
   * @param purpose what the numbers are for
   * @return from 0 to 4294967295
   * @throws IllegalArgumentException if the seed is out of range
   */
  public static long derive(long seed, Purpose purpose) {
    Derived latest = LATEST.get(purpose.ordinal());
    if (latest != null && latest.from() == seed) {
      return latest.seed();
    }
    long derived = derive(seed, purpose.name().toLowerCase(Locale.ROOT));
    LATEST.set(purpose.ordinal(), new Derived(seed, derived));
    return derived;
  }

  /**
   * The seed of a stream when an experiment is repeated: the same with {@code repeat-2} in the
   * place of the purpose, so that {@code lockstep/repeat-2/42} gives the second one.
   *
   * @param seed the stream's own seed, at least 0
   * @param repeat which repeat, from 2; the first one uses the stream's own seed
   * @return from 0 to 4294967295
   * @throws IllegalArgumentException if the seed or the repeat is out of range
   */
  public static long repeat(long seed, int repeat) {
    if (repeat < 2) {
      throw new IllegalArgumentException("repeat " + repeat);
    }
    return derive(seed, "repeat-" + repeat);
  }

  private static long derive(long seed, String name) {
    long checked = new StreamSpec.Seeded(seed, 0).seed();
    String text = "lockstep/" + name + "/" + checked;
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
