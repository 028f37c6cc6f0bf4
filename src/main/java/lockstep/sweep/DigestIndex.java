package lockstep.sweep;

/**
 * Where in a journal the record of each digest is: a hash table of 40 bytes an entry, in which a
 * digest's own first bits are its hash.
 */
final class DigestIndex {
  /** Four words of the digest and the place. */
  private static final int WORDS = 5;

  private static final int DIGEST_WORDS = 4;
  private static final int HEXADECIMAL = 16;

  private long[] slots = new long[WORDS << 6];
  private int size;

  /**
   * Notes where a record is, in place of what was noted for its digest before.
   *
   * @param digest the digest
   * @param place where, not 0
   */
  void put(Digest digest, long place) {
    int slot = slot(digest, slots);
    if (slots[slot + DIGEST_WORDS] == 0) {
      size++;
    }
    set(slots, slot, digest, place);
    if (2L * size * WORDS > slots.length) {
      grow();
    }
  }

  /** Where the record is; 0 if there is none. */
  long get(Digest digest) {
    return slots[slot(digest, slots) + DIGEST_WORDS];
  }

  /** How many digests there are. */
  int size() {
    return size;
  }

  /** All places, in no order. */
  long[] places() {
    long[] places = new long[size];
    int next = 0;
    for (int slot = 0; slot < slots.length; slot += WORDS) {
      if (slots[slot + DIGEST_WORDS] != 0) {
        places[next++] = slots[slot + DIGEST_WORDS];
      }
    }
    return places;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(2, slots.length)];
    for (int slot = 0; slot < slots.length; slot += WORDS) {
      if (slots[slot + DIGEST_WORDS] != 0) {
        Digest digest = new Digest(slots[slot], slots[slot + 1], slots[slot + 2], slots[slot + 3]);
        set(larger, slot(digest, larger), digest, slots[slot + DIGEST_WORDS]);
      }
    }
    slots = larger;
  }

  private static void set(long[] slots, int slot, Digest digest, long place) {
    slots[slot] = digest.first();
    slots[slot + 1] = digest.second();
    slots[slot + 2] = digest.third();
    slots[slot + 3] = digest.fourth();
    slots[slot + DIGEST_WORDS] = place;
  }

  /** The slot of a digest, or the free one where it belongs. */
  private static int slot(Digest digest, long[] slots) {
    int count = slots.length / WORDS;
    int slot = (int) Long.remainderUnsigned(digest.first(), count);
    while (slots[slot * WORDS + DIGEST_WORDS] != 0 && !holds(slots, slot * WORDS, digest)) {
      slot = (slot + 1) % count;
    }
    return slot * WORDS;
  }

  private static boolean holds(long[] slots, int slot, Digest digest) {
    return slots[slot] == digest.first()
        && slots[slot + 1] == digest.second()
        && slots[slot + 2] == digest.third()
        && slots[slot + 3] == digest.fourth();
  }

  /** The 32 bytes of a SHA-256 digest, from the first to the last. */
  record Digest(long first, long second, long third, long fourth) {

    /**
     * Reads a digest.
     *
     * @param text 64 hexadecimal digits
     * @throws NumberFormatException if it is anything else
     */
    static Digest parse(String text) {
      if (text.length() != DIGEST_WORDS * HEXADECIMAL) {
        throw new NumberFormatException("not 64 hexadecimal digits: " + text);
      }
      return new Digest(word(text, 0), word(text, 1), word(text, 2), word(text, 3));
    }

    private static long word(String text, int index) {
      return Long.parseUnsignedLong(
          text, index * HEXADECIMAL, (index + 1) * HEXADECIMAL, HEXADECIMAL);
    }
  }
}
