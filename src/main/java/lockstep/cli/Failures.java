package lockstep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.config.binding.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command that could not do its work prints, and which exit code it gives. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** A wrong command line: what is wrong, what was probably meant, and where to read on. */
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.print("lockstep: " + failure.getMessage() + "\n");
    if (failure instanceof UnmatchedArgumentException unmatched) {
      err.print(suggestion(unmatched.getUnmatched().get(0), command));
    }
    err.print("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
    return ExitCode.BAD_INPUT;
  }

  private static String suggestion(String word, CommandLine command) {
    Map<String, String> known = new TreeMap<>();
    command.getSubcommands().keySet().forEach(name -> known.put(name, name));
    for (OptionSpec option : command.getCommandSpec().options()) {
      known.put(bare(option.longestName()), option.longestName());
    }
    String nearest = Spelling.nearest(bare(word), List.copyOf(known.keySet()));
    return nearest.isEmpty() ? "" : "Did you mean " + known.get(nearest) + "?\n";
  }

  private static String bare(String option) {
    return option.replaceFirst("^-+", "");
  }

  /** Work that could not be done: a line if the machine refused, a stack trace if it is a bug. */
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    if (cause instanceof IOException refusal) {
      err.print("lockstep: " + describe(refusal) + "\n");
    } else {
      err.print("lockstep: this is a bug in Lockstep, please report it:\n");
      failure.printStackTrace(err);
    }
    return ExitCode.FAILED;
  }

  private static String describe(IOException refusal) {
    if (refusal instanceof FileSystemException access && access.getReason() == null) {
      return access.getFile() + ": " + words(access);
    }
    return refusal.getMessage() == null ? refusal.getClass().getSimpleName() : refusal.getMessage();
  }

  private static String words(FileSystemException refusal) {
    if (refusal instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (refusal instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (refusal instanceof FileAlreadyExistsException) {
      return "there is a file where a folder is needed";
    }
    return refusal.getClass().getSimpleName();
  }
}
