package lockstep.data;

import lockstep.decimal.ShortestDecimal;

/** How large a part of the samples is. */
public sealed interface PartSize {

  /**
   * How many samples that is.
   *
   * @param samples how many there are of which it is a part
   */
  long of(long samples);

  /** The size as it is written. */
  String text();

  /**
   * A share of all samples, rounded up to whole ones.
   *
   * @param share in (0, 1)
   */
  record Share(double share) implements PartSize {
    /** Checks the range. */
    public Share {
      if (!(share > 0 && share < 1)) {
        throw NumberChecks.refusal("share", share, "in (0, 1)");
      }
    }

    @Override
    public long of(long samples) {
      return (long) Math.ceil(share * samples);
    }

    @Override
    public String text() {
      return ShortestDecimal.format(share);
    }
  }

  /**
   * So many samples.
   *
   * @param count at least 1
   */
  record Count(long count) implements PartSize {
    /** Checks the range. */
    public Count {
      if (count < 1) {
        throw new IllegalArgumentException("a part of " + count + " samples");
      }
    }

    @Override
    public long of(long samples) {
      return count;
    }

    @Override
    public String text() {
      return Long.toString(count);
    }
  }
}
