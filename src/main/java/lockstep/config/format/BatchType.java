package lockstep.config.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.binding.Block;
import lockstep.config.binding.Catalogue;
import lockstep.config.binding.Key;
import lockstep.config.binding.Schemas;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Whole;
import lockstep.config.binding.Words;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.Node.Scalar;
import lockstep.config.yaml.NumberText;
import lockstep.training.Batching;
import lockstep.training.Batching.MiniBatches;

/** The word {@code full} or {@code per_sample}, a number of samples, or a map with its order. */
final class BatchType implements Type<BatchSection> {
  private static final Whole SIZES = new Whole(1, Integer.MAX_VALUE);

  private static final Key<Long> SIZE =
      Key.of("size", SIZES, "How many samples go into one update.", "32");

  private static final Key<Boolean> SHUFFLE =
      Key.of(
              "shuffle",
              Words.TRUTH,
              "Whether every epoch takes the samples in a new random order.",
              "true")
          .byDefault(Batching.DEFAULT_SHUFFLE);

  private static final Words<Batching> WORDS = new Words<>(Batching.class, words());

  private static final Block<BatchSection> BLOCK =
      Block.of(BatchSection.class)
          .with(SIZE, section -> (long) miniBatches(section).size())
          .with(SHUFFLE, section -> miniBatches(section).shuffles())
          .with(StreamKeys.STREAM, BatchSection::stream)
          .check(BatchType::checkStream)
          .make(
              v ->
                  new BatchSection(
                      new MiniBatches(Math.toIntExact(v.of(SIZE)), v.of(SHUFFLE)),
                      v.of(StreamKeys.STREAM)));

  private static Map<String, Batching> words() {
    Map<String, Batching> words = new LinkedHashMap<>();
    words.put("full", Batching.FULL);
    words.put("per_sample", Batching.PER_SAMPLE);
    return words;
  }

  private static MiniBatches miniBatches(BatchSection section) {
    return (MiniBatches) section.batching();
  }

  private static void checkStream(Values values, Scope scope) {
    if (!values.find(SHUFFLE).filter(shuffle -> !shuffle).isPresent()) {
      return;
    }
    for (Key<?> key : List.of(StreamKeys.SEED, StreamKeys.CONTINUES, StreamKeys.SKIP)) {
      if (values.given().contains(key.name())) {
        String path = scope.child(key.name()).path();
        scope.trace().report(path, "nothing is drawn without shuffle", "shuffle: true beside it");
      }
    }
  }

  @Override
  public Optional<BatchSection> read(Node node, Scope scope) {
    if (node instanceof Mapping) {
      return BLOCK.read(node, scope);
    }
    if (node instanceof Scalar scalar && scalar.plain() && NumberText.isReal(scalar.text())) {
      return SIZES
          .read(node, scope)
          .map(size -> BatchSection.of(new MiniBatches(Math.toIntExact(size), false)));
    }
    return node instanceof Scalar
        ? WORDS.read(node, scope).map(BatchSection::of)
        : scope.wrong(node, "is " + node.shown(), expectation());
  }

  @Override
  public Node write(BatchSection value) {
    if (value.batching().shuffles()) {
      return BLOCK.write(value);
    }
    return WORDS.words().containsValue(value.batching())
        ? WORDS.write(value.batching())
        : SIZES.write((long) miniBatches(value).size());
  }

  @Override
  public BatchSection cast(Object value) {
    return (BatchSection) value;
  }

  @Override
  public String noun() {
    return "full, per_sample, a number of samples from 1, or a map with the key size";
  }

  @Override
  public Map<String, Object> schema() {
    return Schemas.anyOf(List.of(WORDS.schema(), SIZES.schema(), BLOCK.schema()));
  }

  @Override
  public Node merge(Node base, Node over) {
    return BLOCK.merge(base, over);
  }

  @Override
  public void describe(String path, Catalogue catalogue) {
    BLOCK.describe(path, catalogue);
  }
}
