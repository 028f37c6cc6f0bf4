package lockstep.config;

import java.util.concurrent.CountDownLatch;
import lockstep.config.format.ExperimentKeys;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

/**
 * The definitions of all keys, which take a good part of a short run to set up: a process that is
 * about to read experiments can have that done beside its other work.
 */
public final class Definitions {
  private static final CountDownLatch FINISHED = new CountDownLatch(1);
  private static volatile boolean begun;

  private Definitions() {}

  /** Begins to set them up in another thread; to be called once at most. */
  public static void prepare() {
    new Preparation().start();
    begun = true;
  }

  /**
   * Waits for them. Where they are being prepared, nobody may use them before: two threads that set
   * up classes which need each other would wait for ever.
   */
  static void await() {
    boolean interrupted = false;
    while (begun && FINISHED.getCount() > 0) {
      try {
        FINISHED.await();
      } catch (InterruptedException interruption) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sets them up, and then what is slow in digests and matrices, for which nobody has to wait. */
  private static final class Preparation extends Thread {
    Preparation() {
      super("definitions");
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        // Any use of a class sets it up, and those that it refers to.
        ExperimentKeys.EXPERIMENT.range();
      } finally {
        FINISHED.countDown();
      }
      Sha256.start();
      new Array2DRowRealMatrix();
    }
  }
}
