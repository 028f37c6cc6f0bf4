package lockstep.config.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private boolean again;

  /**
   * Nothing is written yet.
   *
   * @param block whose keys
   * @param without the names of keys that are left out
   */
  public WrittenKeys(Block<R> block, List<String> without) {
    this(block, without, 0);
  }

  private WrittenKeys(Block<R> block, List<String> without, int level) {
    block.members().forEach(member -> parts.add(new Part<>(member, without, level)));
  }

  /**
   * The text of a value: that of {@link YamlWriter#write}, without the keys left out. The first one
   * is not kept: looking values up takes long at the start of a process, and most ask only once.
   */
  public synchronized String text(R value) {
    StringBuilder text = new StringBuilder();
    for (Part<R, ?> part : parts) {
      text.append(again ? part.text(value) : part.written(value));
    }
    again = true;
    return text.toString();
  }

  /** A key, or a group of keys that stand together, with the texts of its latest values. */
  private static final class Part<R, T> {
    private static final int MOST_KEPT = 512;

    private final Member<R, T> member;
    private final List<String> without;
    private final int level;
    private final Map<Optional<T>, String> texts = new LinkedHashMap<>();
    private Optional<T> latest = Optional.empty();
    private String latestText = "";

    /** The keys within the value, if they are looked at one by one; known once there is a value. */
    private Optional<WrittenKeys<T>> inner = Optional.empty();

    private boolean divided;

    Part(Member<R, T> member, List<String> without, int level) {
      this.member = member;
      this.without = without;
      this.level = level;
    }

    String text(R value) {
      Optional<T> current = member.getter().apply(value);
      if (current.isPresent() && inner().isPresent()) {
        String lines = inner().get().text(current.get());
        return lines.isEmpty() ? written(value) : member.key().name() + ":\n" + lines;
      }
      if (latestText.isEmpty() || !current.equals(latest)) {
        latestText = kept(value, current);
        latest = current;
      }
      return latestText;
    }

    private String kept(R value, Optional<T> current) {
      String text = texts.get(current);
      if (text == null) {
        text = written(value);
        if (texts.size() >= MOST_KEPT) {
          texts.clear();
        }
        texts.put(current, text);
      }
      return text;
    }

    private Optional<WrittenKeys<T>> inner() {
      Key<T> key = member.key();
      boolean section = level == 0 && !without.contains(key.name()) && !key.isSpread();
      if (!divided && section && key.type() instanceof Block<T> block) {
        inner = Optional.of(new WrittenKeys<>(block, List.of(), level + 1));
      }
      divided = true;
      return inner;
    }

    private String written(R value) {
      List<Entry> entries = new ArrayList<>(member.write(value));
      entries.removeIf(entry -> without.contains(entry.key()));
      return YamlWriter.write(new Mapping(Place.NONE, entries), level);
    }
  }
}
