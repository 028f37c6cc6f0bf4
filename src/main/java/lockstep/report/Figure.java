package lockstep.report;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A figure, which is drawn in a thread of its own while the rest of a report is written. */
final class Figure {
  private final String file;
  private final String alternative;
  private final FutureTask<String> drawing;

  private Figure(String file, String alternative, FutureTask<String> drawing) {
    this.file = file;
    this.alternative = alternative;
    this.drawing = drawing;
  }

  /**
   * Begins to draw a figure.
   *
   * @param file its path in the results folder
   * @param alternative what it shows, for those who cannot see it
   * @param drawing gives its text
   */
  static Figure begin(String file, String alternative, Supplier<String> drawing) {
    FutureTask<String> task = new FutureTask<>(drawing::get);
    Thread thread = new Thread(task, "figure");
    thread.setDaemon(true);
    thread.start();
    return new Figure(file, alternative, task);
  }

  /** Adds figures to the files of a report, each to be waited for when it is written. */
  static void addAll(List<Figure> figures, SortedMap<String, Content> files) {
    figures.forEach(figure -> files.put(figure.file, Content.of(out -> out.append(figure.svg()))));
  }

  String file() {
    return file;
  }

  String alternative() {
    return alternative;
  }

  /**
   * Its text, when it is finished.
   *
   * @throws IllegalStateException if it cannot be drawn, with the reason
   */
  String svg() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return drawing.get();
        } catch (InterruptedException interruption) {
          interrupted = true;
        } catch (ExecutionException failure) {
          throw reason(failure.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** An error, such as too little memory, is the caller's as if it had drawn the figure itself. */
  private static RuntimeException reason(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }
}
