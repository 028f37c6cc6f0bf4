package lockstep.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import lockstep.random.RandomStream;

/**
 * Samples in two parts.
 *
 * @param left the places of those that are left
 * @param held the places of those that are held out
 */
record Division(int[] left, int[] held) {

  /** Of so many samples the first ones, and the last ones held out. */
  static Division inOrder(int samples, int held) {
    int[] all = IntStream.range(0, samples).toArray();
    int left = samples - held;
    return new Division(Arrays.copyOf(all, left), Arrays.copyOfRange(all, left, samples));
  }

  /** Of so many samples those at the beginning of a permutation held out. */
  static Division shuffled(int samples, int held, RandomStream stream) {
    int[] order = stream.permutation(samples);
    return new Division(Arrays.copyOfRange(order, held, samples), Arrays.copyOf(order, held));
  }

  /** Of so many samples those of one fold held out, all in their order. */
  static Division ofFold(int[] foldOf, int fold) {
    IntStream all = IntStream.range(0, foldOf.length);
    int[] held = all.filter(sample -> foldOf[sample] == fold).toArray();
    int[] left =
        IntStream.range(0, foldOf.length).filter(sample -> foldOf[sample] != fold).toArray();
    return new Division(left, held);
  }

  /** The same parts of samples that are themselves a part: places in what that is a part of. */
  Division within(int[] places) {
    return new Division(moved(left, places), moved(held, places));
  }

  private static int[] moved(int[] part, int[] places) {
    return Arrays.stream(part).map(place -> places[place]).toArray();
  }
}
