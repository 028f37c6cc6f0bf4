package lockstep.network;

import java.util.Arrays;
import java.util.Iterator;
import lockstep.random.RandomStream;

/** Gives numbers that were chosen, one after the other, and fails when there are no more. */
record ChosenNumbers(Iterator<Double> numbers) implements RandomStream {

  static ChosenNumbers of(double... numbers) {
    return new ChosenNumbers(Arrays.stream(numbers).iterator());
  }

  @Override
  public double uniform() {
    return numbers.next();
  }

  @Override
  public double normal() {
    return numbers.next();
  }

  @Override
  public int integer(int low, int high) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void shuffle(int[] values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int[] choice(int count, int size) {
    throw new UnsupportedOperationException();
  }
}
