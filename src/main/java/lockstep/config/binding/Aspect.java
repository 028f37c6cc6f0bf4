package lockstep.config.binding;

import java.util.function.Function;

/**
 * What a check wants to know of a key's value. Files whose values have the same aspect are the same
 * to the check, however the values differ; so the less is asked, the fewer trials of a sweep are
 * checked one by one.
 *
 * @param key whose value is looked at
 * @param part what is wanted of a value
 * @param <T> the Java side of the value
 * @param <A> the Java side of the aspect, with an equality of its own
 */
public record Aspect<T, A>(Key<T> key, Function<T, A> part) {

  /** The aspect of what was read for the key. */
  Object of(Object value) {
    return part.apply(key.type().cast(value));
  }
}
