package lockstep.config.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Place;
import lockstep.config.yaml.YamlWriter;

/**
 * The keys of a block as text, for values of which most stay the same from one time to the next.
 * Threads may share it.
 *
 * @param <R> the record of the block
 */
public final class WrittenKeys<R> {
  private final List<Part<R, ?>> parts = new ArrayList<>();

  /**
   * Nothing is written yet.
   *
   * @param block whose keys
   * @param without the names of keys that are left out
   */
  public WrittenKeys(Block<R> block, List<String> without) {
    block.members().forEach(member -> parts.add(new Part<>(member, without)));
  }

  /** The text of a value: that of {@link YamlWriter#write}, without the keys left out. */
  public synchronized String text(R value) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.text(value)));
    return text.toString();
  }

  /** A key, or a group of keys that stand together, with its last value and text. */
  private static final class Part<R, T> {
    private final Member<R, T> member;
    private final List<String> without;
    private Optional<T> last = Optional.empty();
    private String text = "";

    Part(Member<R, T> member, List<String> without) {
      this.member = member;
      this.without = without;
    }

    String text(R value) {
      Optional<T> current = member.getter().apply(value);
      // The first comparison of a record takes the JVM long; a single text needs none.
      if (current.isPresent() != last.isPresent() || !current.equals(last)) {
        last = current;
        List<Entry> entries =
            member.write(value).stream().filter(e -> !without.contains(e.key())).toList();
        text = YamlWriter.write(new Mapping(Place.NONE, entries));
      }
      return text;
    }
  }
}
