package lockstep.compare;

import java.util.List;
import java.util.OptionalDouble;
import lockstep.report.Markdown;

/** Where the learning curves part. */
final class PartingSection {
  private static final int DIGITS = 5;
  private static final List<String> HEADER =
      List.of(
          "configuration",
          "against",
          "curve",
          "repeat",
          "part at epoch",
          "difference then",
          "last epoch of both",
          "difference in the end");

  private PartingSection() {}

  static String of(List<Parting> partings) {
    if (partings.isEmpty()) {
      return "";
    }
    boolean foreign = partings.stream().anyMatch(each -> !each.sameSeeds());
    return "## Where the learning curves part\n\n"
        + "The first recorded epoch at which the numbers differ in any bit, of the first repeat that"
        + " both have"
        + (foreign ? "; with other seeds they differ from the start" : "")
        + ".\n\n"
        + new CutTable("lllrrrrr", HEADER, CompareFiles.CURVES)
            .of(partings.stream().map(PartingSection::row).toList());
  }

  private static List<String> row(Parting parting) {
    return List.of(
        Markdown.code(parting.second().name()),
        Markdown.code(parting.first().name()),
        Markdown.code(parting.column()),
        Integer.toString(parting.repeat()),
        parting.parted().map(epoch -> Integer.toString(epoch.epoch())).orElse("never"),
        parting.parted().map(PartingSection::difference).orElse("0"),
        Integer.toString(parting.end().epoch()),
        difference(parting.end()));
  }

  private static String difference(Parting.Epoch epoch) {
    return epoch.differs()
        ? Decimals.rounded(OptionalDouble.of(epoch.second() - epoch.first()), DIGITS)
        : "0";
  }
}
