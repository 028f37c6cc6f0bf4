package lockstep.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.config.Experiment;
import lockstep.config.ExperimentReader;

/**
 * A second JVM with both compilers and the JDK's vectors, which does what was asked of this one.
 *
 * <p>The launcher names its command, a word a line, in the variable {@value #COMMAND}; without it
 * there is no second JVM. Its stdout is ours. Its stderr passes through {@link IncubatorWarning},
 * since every JVM with an incubating module says so. It ends with this process, however that ends:
 * when it is told to, and otherwise because its stdin is a pipe that only this process holds open.
 */
final class LongWorkJvm {
  /** The variable with the command; the second JVM has it no more. */
  static final String COMMAND = "LOCKSTEP_LONG_WORK";

  /** Set for the second JVM only. */
  private static final String SECOND = "LOCKSTEP_ENDS_WITH_STDIN";

  private final List<String> command;

  private LongWorkJvm(List<String> command) {
    this.command = command;
  }

  /**
   * The second JVM, not yet started.
   *
   * @param environment the environment of this process
   * @return empty where there is none, as in a second JVM itself
   */
  static Optional<LongWorkJvm> in(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(COMMAND))
        .map(command -> new LongWorkJvm(command.lines().toList()));
  }

  /** Whether there is a second JVM. */
  static boolean isThere() {
    return System.getenv(COMMAND) != null;
  }

  /** Whether there is a second JVM and some experiments are worth its start. */
  static boolean shouldTake(List<Experiment> experiments) {
    return isThere() && LongWork.is(experiments);
  }

  /** Whether there is a second JVM and one of some files is worth its start at a glance. */
  static boolean shouldTakeAtAGlance(List<ExperimentReader> files) {
    return isThere()
        && files.stream().flatMap(file -> file.glance().stream()).anyMatch(LongWork::isAtAGlance);
  }

  /** Lets a second JVM end as soon as nobody holds its stdin open; does nothing in another one. */
  static void endWithStdin(Map<String, String> environment) {
    if (environment.containsKey(SECOND)) {
      daemon(LongWorkJvm::awaitEndOfStdin, "end of stdin").start();
    }
  }

  private static void awaitEndOfStdin() {
    try (InputStream stdin = new FileInputStream(FileDescriptor.in)) {
      stdin.transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // As good as its end.
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }

  /**
   * Runs a command and waits for its end.
   *
   * @param arguments the command with its options
   * @return its exit code
   * @throws IOException if the JVM cannot be started
   */
  int run(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(Redirect.INHERIT);
    builder.environment().remove(COMMAND);
    builder.environment().put(SECOND, "1");
    Process process = builder.start();
    Thread messages = daemon(() -> passOn(process.getErrorStream()), "messages");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, messages)));
    messages.start();
    return await(process, messages);
  }

  private static void passOn(InputStream messages) {
    try (messages;
        OutputStream stderr = new FileOutputStream(FileDescriptor.err)) {
      IncubatorWarning.passOn(messages, stderr);
    } catch (IOException closed) {
      // Nobody listens.
    }
  }

  private static void end(Process process, Thread messages) {
    process.destroy();
    await(process, messages);
  }

  private static int await(Process process, Thread messages) {
    try {
      int code = process.waitFor();
      messages.join();
      return code;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
