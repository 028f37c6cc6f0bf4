package lockstep.config.binding;

import java.util.Optional;
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

  /** The aspect of a value of the key, if there is one. */
  Optional<A> of(Optional<Object> value) {
    return value.map(any -> part.apply(key.type().cast(any)));
  }
}
