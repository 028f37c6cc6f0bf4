package lockstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.OutputStreamAppender;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.message.SimpleMessage;

/**
 * Log4j's part of the diagnostics: its events, layout and appenders, put together by hand.
 *
 * <p>A logger context with a configuration would do nothing more here and doubles the time until
 * the first line; the numbers are in {@code docs/decisions}.
 */
final class DiagnosticsLog implements AutoCloseable {
  private final List<Appender> appenders = new ArrayList<>();

  /**
   * Opens the log.
   *
   * @param file appended to; its folder is made if it is missing
   * @param console where the lines go too
   * @throws IOException if the file cannot be written
   */
  DiagnosticsLog(Path file, Optional<? extends OutputStream> console) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    OutputStream stream =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    appenders.add(appender("file", stream));
    console.ifPresent(target -> appenders.add(appender("console", target)));
  }

  void append(Instant when, Diagnostics.Severity severity, String message) {
    LogEvent event =
        Log4jLogEvent.newBuilder()
            .setTimeMillis(when.toEpochMilli())
            .setLevel(Level.valueOf(severity.name()))
            .setMessage(new SimpleMessage(message))
            .build();
    appenders.forEach(appender -> appender.append(event));
  }

  @Override
  public void close() {
    appenders.forEach(Appender::stop);
  }

  private static Appender appender(String name, OutputStream target) {
    Appender appender =
        OutputStreamAppender.newBuilder()
            .setName(name)
            .setTarget(target)
            .setLayout(new Line())
            .build();
    appender.start();
    return appender;
  }

  /** {@code 2026-01-31T23:59:59.123Z INFO message}. */
  private static final class Line extends AbstractStringLayout {
    Line() {
      super(StandardCharsets.UTF_8);
    }

    @Override
    public String toSerializable(LogEvent event) {
      Instant when = Instant.ofEpochMilli(event.getTimeMillis());
      String message = event.getMessage().getFormattedMessage();
      return when + " " + event.getLevel() + " " + message + "\n";
    }
  }
}
