package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import lockstep.report.figure.ParallelFigure.Label;
import lockstep.report.figure.ParallelFigure.Upright;
import lockstep.report.figure.ShortTexts;
import org.apache.commons.math3.util.FastMath;

/** The values of a swept key along an upright axis. */
final class UprightAxis {
  private static final int MOST_LABELS = 6;
  private static final int LONGEST_TITLE = 14;
  private static final int LONGEST_LABEL = 12;
  private static final double CLOSEST = 0.06;

  private UprightAxis() {}

  static Upright of(Axis axis) {
    List<Label> labels = new ArrayList<>();
    List<String> names =
        ShortTexts.of(axis.values().stream().map(Axes::rounded).toList(), LONGEST_LABEL);
    int last = axis.values().size() - 1;
    int stride = (last + MOST_LABELS) / MOST_LABELS;
    for (int index = 0; index <= last; index += Math.max(1, stride)) {
      add(labels, axis, index, names.get(index));
    }
    add(labels, axis, last, names.get(last));
    String scale = axis.logarithmic() ? " (log)" : "";
    return new Upright(Axes.cut(axis.shortName(), LONGEST_TITLE) + scale, labels);
  }

  /** The last label replaces one that it would touch. */
  private static void add(List<Label> labels, Axis axis, int index, String name) {
    double place = place(axis, index);
    boolean crowded = !labels.isEmpty() && place - labels.get(labels.size() - 1).place() < CLOSEST;
    if (crowded && index < axis.values().size() - 1) {
      return;
    }
    if (crowded) {
      labels.remove(labels.size() - 1);
    }
    labels.add(new Label(place, name));
  }

  /** Where a value lies, from 0 to 1. */
  static double place(Axis axis, int index) {
    int last = axis.values().size() - 1;
    if (!axis.numeric()) {
      return last == 0 ? 0.5 : (double) index / last;
    }
    double value = scaled(axis, index);
    double low = scaled(axis, 0);
    double high = scaled(axis, last);
    return high > low ? (value - low) / (high - low) : 0.5;
  }

  private static double scaled(Axis axis, int index) {
    double number = Double.parseDouble(axis.values().get(index));
    return axis.logarithmic() ? FastMath.log(number) : number;
  }
}
