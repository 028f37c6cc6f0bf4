package lockstep.config;

import lockstep.config.format.ExperimentKeys;

/**
 * The definitions of all keys, which take a good part of a short run to set up: a process that is
 * about to read experiments can have that done beside its other work.
 */
public final class Definitions {
  private static final Thread PREPARATION = new Thread(Definitions::setUp, "definitions");
  private static volatile boolean begun;

  private Definitions() {}

  /** Begins to set them up in another thread; to be called once at most. */
  public static void prepare() {
    PREPARATION.setDaemon(true);
    PREPARATION.start();
    begun = true;
  }

  /**
   * Waits for them. Where they are being prepared, nobody may use them before: two threads that set
   * up classes which need each other would wait for ever.
   */
  static void await() {
    boolean interrupted = false;
    while (begun && PREPARATION.isAlive()) {
      try {
        PREPARATION.join();
      } catch (InterruptedException interruption) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void setUp() {
    // Any use of a class sets it up, and those that it refers to.
    ExperimentKeys.EXPERIMENT.range();
    Sha256.start();
  }
}
