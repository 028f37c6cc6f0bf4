package lockstep.data;

import java.util.List;

/** How many points the classes of a generator have. */
public sealed interface ClassSizes {

  /** The number of points of all classes together. */
  long total();

  /**
   * The number of points of one class, with what remains dealt out from the first class on.
   *
   * @param label which one, from 0
   * @param classes how many there are
   */
  long of(int label, int classes);

  /**
   * The number of points of the first of two classes; it has one less than half of an odd total.
   */
  default int firstOfTwo() {
    return (int) (this instanceof PerClass each ? each.sizes().get(0) : total() / 2);
  }

  /**
   * Checks that sizes are given for both of two classes, or for none.
   *
   * @throws IllegalArgumentException with their number
   */
  default void checkTwo() {
    if (this instanceof PerClass each && each.sizes().size() != 2) {
      throw new IllegalArgumentException(each.sizes().size() + " numbers of samples for 2 classes");
    }
  }

  /**
   * A number of points that is divided evenly; what remains goes to the first classes, one each.
   *
   * @param total the number of all points, at least 1
   */
  record Total(long total) implements ClassSizes {
    /** Checks the range. */
    public Total {
      NumberChecks.atLeastOne("samples", total);
    }

    @Override
    public long of(int label, int classes) {
      return total / classes + (label < total % classes ? 1 : 0);
    }
  }

  /**
   * A number of points for each class.
   *
   * @param sizes each from 1 to 2147483647
   */
  record PerClass(List<Long> sizes) implements ClassSizes {
    /** Copies the list and checks the ranges. */
    public PerClass {
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
    public long of(int label, int classes) {
      return sizes.get(label);
    }
  }
}
