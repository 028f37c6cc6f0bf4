package lockstep.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument: {@code FOLDER}, {@code FOLDER:KEY=VALUE,...} or {@code FOLDER:NUMBER}.
 *
 * @param folder a results folder
 * @param conditions what the configurations that are meant have; none for all
 * @param number which configuration is meant, from 1, as in the summary; empty for all
 */
record Selection(Path folder, List<Condition> conditions, OptionalInt number) {
  private static final String CHOICE = "[A-Za-z_][\\w.\\[\\]]*=.*|[0-9]{1,9}";
  private static final Pattern CHOOSING = Pattern.compile("(.+?):(" + CHOICE + ")");

  Selection {
    conditions = List.copyOf(conditions);
  }

  /** Whether all configurations of the folder are meant. */
  boolean whole() {
    return conditions.isEmpty() && number.isEmpty();
  }

  /** Reads an argument. An existing folder is meant even if its name looks like more. */
  static Selection parse(String argument) throws NotComparableException {
    Matcher matcher = CHOOSING.matcher(argument);
    return !Files.exists(Path.of(argument)) && matcher.matches()
        ? of(Path.of(matcher.group(1)), matcher.group(2))
        : new Selection(Path.of(argument), List.of(), OptionalInt.empty());
  }

  /** What a text chooses in a folder that it does not name; empty if it names one. */
  static Optional<Selection> within(Path folder, String choice) throws NotComparableException {
    boolean bare = !Files.exists(Path.of(choice)) && choice.matches(CHOICE);
    return bare ? Optional.of(of(folder, choice)) : Optional.empty();
  }

  private static Selection of(Path folder, String choice) throws NotComparableException {
    if (Character.isDigit(choice.charAt(0))) {
      return new Selection(folder, List.of(), OptionalInt.of(Integer.parseInt(choice)));
    }
    List<Condition> conditions = new ArrayList<>();
    for (String part : atCommas(choice)) {
      conditions.add(Condition.parse(part));
    }
    return new Selection(folder, conditions, OptionalInt.empty());
  }

  /** Parts a text at commas that are neither in brackets nor in quotes. */
  private static List<String> atCommas(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      quoted ^= character == '"';
      depth += quoted ? 0 : "[{".indexOf(character) >= 0 ? 1 : 0;
      depth -= quoted ? 0 : "]}".indexOf(character) >= 0 ? 1 : 0;
      if (character == ',' && depth == 0 && !quoted) {
        parts.add(text.substring(start, index));
        start = index + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The configurations that are meant, by number from 0; at least one. */
  List<Integer> pick(StoredResults results) throws NotComparableException {
    List<Integer> picked = new ArrayList<>(results.configurations());
    if (number.isPresent()) {
      picked.removeIf(configuration -> configuration + 1 != number.getAsInt());
      if (picked.isEmpty()) {
        throw new NotComparableException(
            folder
                + " has no configuration "
                + number.getAsInt()
                + "; they are numbered from 1 to "
                + (results.configurations().get(results.configurations().size() - 1) + 1));
      }
    }
    for (Condition condition : conditions) {
      condition.keep(results, picked);
    }
    return picked;
  }
}
