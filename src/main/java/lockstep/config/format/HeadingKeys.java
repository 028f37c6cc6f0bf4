package lockstep.config.format;

import java.util.Optional;
import lockstep.config.Source;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Text;
import lockstep.config.binding.Whole;
import lockstep.config.format.ExperimentSection.Heading;

/** The keys at the top of a file that tell people what it is. */
public final class HeadingKeys {
  /** Windows keeps these names for devices; spelled out, as editors know no case-blind patterns. */
  private static final String DEVICES =
      "[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][1-9]|[Ll][Pp][Tt][1-9]";

  /** What all of an experiment's name matches. */
  public static final String NAME_PATTERN = "(?!(" + DEVICES + ")$)[A-Za-z0-9_-]{1,100}";

  /** The same for people. */
  public static final String NAME_RANGE =
      "of at most 100 letters, digits, - and _, and no device of Windows such as con or com1";

  /** The most files that extend each other in a chain. */
  public static final int LONGEST_CHAIN = 10;

  /** The key {@code experiment}. */
  public static final Key<String> EXPERIMENT =
      Key.of(
              "experiment",
              new Text(NAME_PATTERN, NAME_RANGE),
              "The experiment's name; names its results folder. Not inherited through extends.",
              "two_circles")
          .otherwise("the file's name without its ending");

  private static final Key<String> TITLE =
      Key.of("title", Text.ANY, "What the report is headed with.", "Two circles, as published")
          .otherwise("the experiment's name");

  private static final Key<String> DESCRIPTION =
      Key.of("description", Text.ANY, "More words for the report.", "Why does it diverge?")
          .byDefault("");

  private static final Key<String> SOURCE_TITLE =
      Key.of("title", Text.ANY, "The title of the document.", "A tutorial");

  private static final Key<String> AUTHOR =
      Key.of("author", Text.ANY, "Who wrote it.", "Adrian Tam").otherwise("not shown");

  private static final Key<Integer> YEAR =
      Key.of("year", Whole.small(0, 9999), "When it appeared.", "2021").otherwise("not shown");

  private static final Key<String> URL =
      Key.of("url", Text.ANY, "Where it is; shown, never opened.", "\"https://example.org\"")
          .otherwise("not shown");

  private static final Block<Source> SOURCE_BLOCK =
      Block.of(Source.class)
          .with(SOURCE_TITLE, Source::title)
          .maybe(AUTHOR, Source::author)
          .maybe(YEAR, Source::year)
          .maybe(URL, Source::url)
          .make(v -> new Source(v.of(SOURCE_TITLE), v.find(AUTHOR), v.find(YEAR), v.find(URL)));

  private static final Key<Source> SOURCE =
      Key.of(
              "source",
              SOURCE_BLOCK,
              "The document that printed the expected numbers.",
              "{title: A tutorial, author: Adrian Tam, year: 2021}")
          .otherwise("none");

  /** The key {@code extends}. */
  public static final Key<String> EXTENDS =
      Key.of(
              "extends",
              new Text("[^\\x00-\\x1f]+\\.[Yy][Aa]?[Mm][Ll]", "that ends in .yaml or .yml"),
              "Another experiment file, relative to this one, whose values hold where this one gives"
                  + " none. Maps are merged, lists and single values replaced; another word of a"
                  + " choice replaces its parameters, and another generator all of the old one's.",
              "two_circles.yaml")
          .otherwise("nothing is inherited");

  static final Key<Heading> HEADING =
      Key.spread(
          Block.of(Heading.class)
              .maybe(EXPERIMENT, Heading::experiment)
              .maybe(TITLE, Heading::title)
              .with(DESCRIPTION, Heading::description)
              .maybe(SOURCE, Heading::source)
              .maybe(EXTENDS, heading -> Optional.empty())
              .make(
                  v ->
                      new Heading(
                          v.find(EXPERIMENT), v.find(TITLE), v.of(DESCRIPTION), v.find(SOURCE))));

  private HeadingKeys() {}
}
