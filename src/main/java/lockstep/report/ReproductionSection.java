package lockstep.report;

import java.util.Collection;
import java.util.Locale;
import lockstep.config.ExperimentSpec;
import lockstep.data.DataSpec;
import lockstep.data.Part;
import lockstep.random.Purpose;
import lockstep.random.StreamSpec;
import lockstep.training.Stopping;
import lockstep.training.TrainingOutcome;

/** How to get the same again: commands, random streams, versions, files. */
final class ReproductionSection {
  private static final String HELD_OUT = "which samples are held out";

  private ReproductionSection() {}

  static String text(ReportInput input, Collection<String> files) {
    return "## How to run it again\n\n"
        + commands(input.spec())
        + "\nThe random numbers come from these streams:\n\n"
        + streams(input.spec())
        + "\nNumerics version "
        + Markdown.code(input.configuration().numerics())
        + ", configuration digest "
        + Markdown.code(input.configuration().digest())
        + ".\n\n## Files\n\n"
        + files(input, files);
  }

  private static String commands(ExperimentSpec spec) {
    String file = "results/" + spec.name() + "/" + ResultsLayout.EXPERIMENT;
    return "In the root of the repository:\n\n```sh\n./lockstep run "
        + file
        + "      # trains again and writes this folder again\n"
        + "./lockstep verify "
        + file
        + "   # trains again and compares every digit\n```\n\n"
        + promise(spec.training().stopping());
  }

  private static String promise(Stopping stopping) {
    return stopping.isReproducible()
        ? "Both give the same bytes on every machine.\n"
        : "**This run is not reproducible**: its time is limited to "
            + Digits.exact(stopping.seconds().orElseThrow())
            + " seconds, and on another machine, or another day, it can end at another epoch. The"
            + " rows of the epochs that two runs both have are the same. No bytes of it are"
            + " verified.\n";
  }

  private static String streams(ExperimentSpec spec) {
    MarkdownTable table = new MarkdownTable("lllr", "for", "stream", "seed", "draws skipped");
    String family = Markdown.code(spec.rng().name().toLowerCase(Locale.ROOT));
    spec.streams()
        .forEach(
            (purpose, stream) -> {
              if (purpose != Purpose.SPLIT || spec.data().drawsParts()) {
                table.row(
                    words(purpose, spec),
                    stream(family, stream, spec),
                    seed(stream),
                    stream.skip() + "");
              }
            });
    return table.toString();
  }

  private static String words(Purpose purpose, ExperimentSpec spec) {
    return switch (purpose) {
      case DATA -> "data";
      case SPLIT -> isPlain(spec.data()) ? "split into training and test samples" : HELD_OUT;
      case INIT -> "initial weights and biases";
      case SHUFFLE -> "order of the training samples";
      case DROPOUT -> "units that dropout silences";
    };
  }

  private static String stream(String family, StreamSpec stream, ExperimentSpec spec) {
    return stream instanceof StreamSpec.Continued continued
        ? "continues that for " + words(continued.purpose(), spec)
        : family;
  }

  private static boolean isPlain(DataSpec data) {
    return data.fold().isEmpty() && !data.parts().contains(Part.VALIDATION);
  }

  private static String seed(StreamSpec stream) {
    return stream instanceof StreamSpec.Seeded seeded ? Markdown.code(seeded.seed() + "") : "–";
  }

  private static String files(ReportInput input, Collection<String> files) {
    MarkdownTable table = new MarkdownTable("ll", "file", "what is in it");
    for (String file : files) {
      boolean model = file.equals(ResultsLayout.MODEL);
      table.row("[" + file + "](" + file + ")", model ? model(input) : content(file));
    }
    return table.toString();
  }

  private static String model(ReportInput input) {
    return input
        .result()
        .best()
        .map(best -> best(best, input.spec()))
        .orElse("the trained network, for `lockstep predict` and for further training");
  }

  private static String best(TrainingOutcome.Best best, ExperimentSpec spec) {
    return "the network after "
        + Digits.counted(best.epoch(), "epoch")
        + ", where "
        + Markdown.code(spec.bestRule().orElseThrow().metric())
        + " was best, for `lockstep predict` and for further training";
  }

  private static String content(String file) {
    return switch (file) {
      case ResultsLayout.EXPERIMENT ->
          "the experiment with every default filled in; gives the same run";
      case ResultsLayout.HISTORY -> "loss and metrics of every epoch";
      case ResultsLayout.MANIFEST -> "digest of the configuration, SHA-256 of every other file";
      case ResultsLayout.PARAMETERS -> "the final weights and biases, one number a row";
      case ResultsLayout.SUMMARY -> "seeds, verdict, final and best values in one row";
      case ClassesSection.CONFUSION_TABLE -> "how many samples of each class were taken for each";
      case ClassesSection.ROC_TABLE -> "true and false positive rate at every threshold";
      default -> Copies.content(file).orElse("figure, shown above");
    };
  }
}
