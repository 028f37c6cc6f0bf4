package lockstep.config.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Words;
import lockstep.data.Iris;
import lockstep.data.Longley;

/** The keys of {@code generator: iris} and {@code generator: longley}. */
final class PublishedDataKeys {
  private static final Key<List<String>> LENGTHS =
      inputs(Iris.INPUTS, "[petal_length, petal_width]");
  private static final Key<List<String>> CAUSES = inputs(Longley.INPUTS, "[gnp, year]");

  static final Block<Iris> IRIS =
      Block.of(Iris.class).with(LENGTHS, Iris::inputs).make(v -> new Iris(v.of(LENGTHS)));

  static final Block<Longley> LONGLEY =
      Block.of(Longley.class).with(CAUSES, Longley::inputs).make(v -> new Longley(v.of(CAUSES)));

  private PublishedDataKeys() {}

  private static Key<List<String>> inputs(List<String> names, String example) {
    Map<String, String> words = new LinkedHashMap<>();
    names.forEach(name -> words.put(name, name));
    String noun = "a list of some of " + String.join(", ", names);
    ListOf<String> some =
        new ListOf<>(
            noun, new Words<>(String.class, words), new ListOf.Length(1, names.size()), true);
    return Key.of("inputs", some, "The inputs, in this order.", example).byDefault(names);
  }
}
