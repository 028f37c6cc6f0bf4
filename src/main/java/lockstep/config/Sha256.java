package lockstep.config;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that names configurations. */
final class Sha256 {
  private Sha256() {}

  /** A new, empty digest. */
  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
