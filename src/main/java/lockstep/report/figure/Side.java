package lockstep.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The places along one side of a map, each one unit long. Maps that stand side by side have a group
 * of places each, with a gap after it.
 *
 * @param labels what the places of a group are called
 * @param numbers whether the labels are numbers in their order, of which some may be left out
 * @param groups how many groups there are
 * @param gap the length of the gap after each group
 */
public record Side(List<String> labels, boolean numbers, int groups, double gap) {
  private static final double MARGIN = 0.5;

  /** Copies the list. */
  public Side {
    labels = List.copyOf(labels);
  }

  /** The side of a single map. */
  public static Side of(List<String> labels, boolean numbers) {
    return new Side(labels, numbers, 1, 0);
  }

  /** The same side for several maps in a row. */
  public Side times(int number, double gapAfterEach) {
    return new Side(labels, numbers, number, gapAfterEach);
  }

  int places() {
    return labels.size() * groups;
  }

  /** Where a place begins; that of number 0 begins half a unit before 0. */
  double low(int place) {
    return place + place / labels.size() * gap - MARGIN;
  }

  double high(int place) {
    return low(place) + 1;
  }

  double middle(int place) {
    return low(place) + MARGIN;
  }

  /** How long it is, with its gaps. */
  double length() {
    return places() + groups * gap;
  }

  /** Where the gaps begin. */
  double[] gaps() {
    int size = labels.size();
    return IntStream.range(0, groups).mapToDouble(group -> high((group + 1) * size - 1)).toArray();
  }

  /** Whether a place is the last of its group. */
  boolean isLast(int place) {
    return (place + 1) % labels.size() == 0;
  }

  int longest() {
    return labels.stream().mapToInt(String::length).max().orElse(1);
  }

  /** The same with labels of at most so many characters. */
  Side shortened(int longest) {
    return new Side(ShortTexts.of(labels, longest), numbers, groups, gap);
  }

  /**
   * The range of the side.
   *
   * @param stride only every so many of a group are labelled, from the first
   */
  Range range(int stride) {
    List<Tick> ticks = new ArrayList<>();
    for (int place = 0; place < places(); place++) {
      if (place % labels.size() % stride == 0) {
        ticks.add(new Tick(middle(place), labels.get(place % labels.size())));
      }
    }
    return new Range(-MARGIN, length() - MARGIN, false, ticks);
  }
}
