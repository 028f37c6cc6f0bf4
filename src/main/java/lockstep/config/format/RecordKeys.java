package lockstep.config.format;

import java.util.List;
import lockstep.config.Recording;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.ListOf;
import lockstep.config.binding.Mapped;
import lockstep.config.binding.Option;
import lockstep.config.binding.Type;
import lockstep.config.binding.Whole;

/** The key {@code record}: which epochs go into the history file. */
final class RecordKeys {
  /** Every epoch is recorded where nothing is said. */
  static final Recording DEFAULT = new Recording.All();

  private static final Type<Recording.Every> EVERY =
      Mapped.of(
          Recording.Every.class, Whole.from(1), Recording.Every::new, Recording.Every::epochs);

  private static final Type<Recording.Listed> LISTED =
      Mapped.of(
          Recording.Listed.class,
          ListOf.distinct("a list of numbers of completed epochs", Whole.from(0)),
          Recording.Listed::new,
          Recording.Listed::epochs);

  static final Key<Recording> RECORD =
      Key.of(
              "record",
              new Choice<>(
                  "a choice of epochs",
                  Recording.class,
                  List.of(
                      new Option<>(
                          "all",
                          Recording.All.class,
                          Block.constant(Recording.All.class, new Recording.All()),
                          "Every epoch."),
                      new Option<>(
                          "none",
                          Recording.None.class,
                          Block.constant(Recording.None.class, new Recording.None()),
                          "No epoch; there is no history file."),
                      new Option<>(
                          "every",
                          Recording.Every.class,
                          EVERY,
                          "Epoch 0, then every so many epochs, and the last one.",
                          "10"),
                      new Option<>(
                          "epochs",
                          Recording.Listed.class,
                          LISTED,
                          "These epochs, as far as a trial reaches them.",
                          "[0, 10, 100]"))),
              "Which epochs go into the history file; summary and report know all.",
              "{every: 10}")
          .otherwise("all");

  private RecordKeys() {}
}
