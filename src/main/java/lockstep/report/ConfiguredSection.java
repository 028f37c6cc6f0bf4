package lockstep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lockstep.config.ExperimentSpec;
import lockstep.config.Setting;
import lockstep.data.Part;
import lockstep.network.BiasMode;
import lockstep.network.ClassWeights;
import lockstep.network.ClassificationLoss;
import lockstep.network.Dropout;
import lockstep.network.Loss;
import lockstep.network.Reduction;

/** What was configured: in a sentence, and setting by setting. */
final class ConfiguredSection {
  private static final int LONGEST_VALUE = 72;
  private static final String TOP_LEVEL = "experiment";

  private ConfiguredSection() {}

  static String text(ReportInput input) {
    MarkdownTable table = new MarkdownTable("lll", "section", "setting", "value");
    String previous = "";
    for (Setting setting : input.configuration().settings()) {
      int dot = setting.key().indexOf('.');
      String section = dot < 0 ? TOP_LEVEL : setting.key().substring(0, dot);
      String heading = section.equals(previous) ? "" : "**" + Markdown.escape(section) + "**";
      String name = Markdown.code(setting.key().substring(dot + 1));
      table.row(heading, name, Markdown.code(shortened(setting.value())));
      previous = section;
    }
    return "## What was configured\n\n" + table;
  }

  private static String shortened(String value) {
    int length = value.codePointCount(0, value.length());
    int end = length > LONGEST_VALUE ? value.offsetByCodePoints(0, LONGEST_VALUE) : value.length();
    return value.substring(0, end) + (end < value.length() ? " …" : "");
  }

  /** Network, data and training in a sentence. */
  static String sentence(ReportInput input) {
    ExperimentSpec spec = input.spec();
    return network(spec)
        + ", trained on "
        + samples(input)
        + " "
        + new UpdateWords(spec.training()).all()
        + ". Loss: "
        + loss(spec.training().loss())
        + ".";
  }

  private static String network(ExperimentSpec spec) {
    List<Integer> layers = spec.network().layers();
    String shape = layers.stream().map(String::valueOf).collect(Collectors.joining("-"));
    String functions =
        spec.network().activations().stream()
            .map(activation -> snake(activation.getClass().getSimpleName()))
            .collect(Collectors.joining(", "));
    boolean none = spec.network().biases() == BiasMode.OFF;
    long biases = layers.stream().skip(1).mapToLong(Integer::longValue).sum();
    long count = spec.network().parameterCount() - (none ? biases : 0);
    return "a "
        + shape
        + " network ("
        + functions
        + "; "
        + Digits.counted(count, "parameter")
        + dropout(spec.network().dropout())
        + ")";
  }

  private static String dropout(Dropout dropout) {
    List<Double> rates = dropout.rates();
    List<String> told =
        rates.stream().limit(dropout.isUniform() ? 1 : rates.size()).map(Digits::exact).toList();
    return told.isEmpty() ? "" : "; dropout " + String.join(", ", told);
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static String samples(ReportInput input) {
    var data = input.result().data();
    String train = Digits.counted(data.train().count(), "sample");
    List<String> held = new ArrayList<>();
    for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
      data.part(part).ifPresent(some -> held.add(some.count() + more(held) + part.word()));
    }
    String others =
        held.isEmpty()
            ? ""
            : " (" + String.join(" and ", held) + " samples" + fold(input.spec()) + ")";
    return train + others + ScalingSection.phrase(input.spec().data());
  }

  private static String fold(ExperimentSpec spec) {
    return spec.data()
        .fold()
        .map(one -> ": fold " + one.number() + " of " + one.folds().k())
        .orElse("");
  }

  private static String more(List<String> before) {
    return before.isEmpty() ? " more held out as " : " as ";
  }

  /** A loss in words, with its reduction. */
  static String loss(Loss loss) {
    return quantity(loss) + weights(loss) + ", " + reduction(loss);
  }

  private static String quantity(Loss loss) {
    if (loss instanceof Loss.MeanSquaredError squared) {
      return squared.half() ? "half the squared error" : "squared error";
    } else if (loss instanceof Loss.MeanAbsoluteError) {
      return "absolute error";
    } else if (loss instanceof Loss.Huber huber) {
      return "Huber's loss with delta " + Digits.exact(huber.delta());
    } else if (loss instanceof Loss.BinaryCrossEntropy) {
      return "binary cross-entropy";
    } else if (loss instanceof ClassificationLoss.BinaryLogits) {
      return "binary cross-entropy of logits";
    } else if (loss instanceof ClassificationLoss.Categorical) {
      return "cross-entropy";
    } else if (loss instanceof ClassificationLoss.Hinge hinge) {
      return hinge.squared() ? "squared hinge loss" : "hinge loss";
    }
    return "the network's own output";
  }

  private static String weights(Loss loss) {
    if (!(loss instanceof ClassificationLoss classes) || !classes.weights().matter()) {
      return "";
    }
    return classes.weights() instanceof ClassWeights.Given given
        ? " with class weights "
            + given.weights().stream().map(Digits::exact).collect(Collectors.joining(", "))
        : " with balanced class weights";
  }

  private static String reduction(Loss loss) {
    if (loss instanceof ClassificationLoss.Categorical) {
      return loss.reduction() == Reduction.SUM ? "sum over samples" : "mean over samples";
    }
    return reduction(loss.reduction());
  }

  private static String reduction(Reduction reduction) {
    return switch (reduction) {
      case MEAN -> "mean over samples and outputs";
      case SUM -> "sum over samples and outputs";
      case MEAN_OVER_SAMPLES -> "sum over outputs, mean over samples";
    };
  }
}
