package lockstep.config.format;

import lockstep.config.Saving;
import lockstep.config.binding.Block;
import lockstep.config.binding.Key;
import lockstep.config.binding.Words;

/** The key {@code save}. */
public final class SaveKeys {
  private static final Key<Saving.State> MODEL =
      Key.of(
          "model",
          Words.of(Saving.State.class),
          "The parameters that are kept in model.yaml, for lockstep predict and for"
              + " network.init.from: final are those that the run leaves.",
          "final");

  /** The key {@code save}. */
  public static final Key<Saving> SAVE =
      Key.of(
              "save",
              Block.of(Saving.class).with(MODEL, Saving::model).make(v -> new Saving(v.of(MODEL))),
              "What a run keeps for later use; not of sweeps and searches.",
              "{model: final}")
          .otherwise("no model file");

  private SaveKeys() {}
}
