package lockstep.config.sweep;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** A list whose items are made when they are asked for: a million of them take no room. */
final class Made<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private final IntFunction<T> items;

  /**
   * A list.
   *
   * @param size how many items
   * @param items from a place in the list, counted from 0, to its item; always an equal one
   */
  Made(int size, IntFunction<T> items) {
    this.size = size;
    this.items = items;
  }

  @Override
  public T get(int index) {
    return items.apply(Objects.checkIndex(index, size));
  }

  @Override
  public int size() {
    return size;
  }
}
