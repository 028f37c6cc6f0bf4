package lockstep.data;

import java.util.List;

/** How many points the clouds of {@link Blobs} have. */
public sealed interface BlobSizes {

  /** The number of points of all clouds together. */
  long total();

  /**
   * The number of points of one cloud.
   *
   * @param cloud which one, from 0
   * @param clouds how many there are
   */
  long of(int cloud, int clouds);

  /**
   * A number of points that is divided evenly; what remains goes to the first clouds, one each.
   *
   * @param total the number of all points, at least 1
   */
  record Total(long total) implements BlobSizes {
    /** Checks the range. */
    public Total {
      NumberChecks.atLeastOne("samples", total);
    }

    @Override
    public long of(int cloud, int clouds) {
      return total / clouds + (cloud < total % clouds ? 1 : 0);
    }
  }

  /**
   * A number of points for each cloud.
   *
   * @param sizes each from 1 to 2147483647
   */
  record PerCenter(List<Long> sizes) implements BlobSizes {
    /** Copies the list and checks the ranges. */
    public PerCenter {
      sizes = List.copyOf(sizes);
      for (long size : sizes) {
        if (size < 1 || size > Integer.MAX_VALUE) {
          throw new IllegalArgumentException("samples " + size + " is not in [1, 2147483647]");
        }
      }
    }

    @Override
    public long total() {
      return sizes.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long of(int cloud, int clouds) {
      return sizes.get(cloud);
    }
  }
}
