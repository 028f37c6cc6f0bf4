package lockstep.architecture;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that some classes must not use.
 *
 * @param reason what to do instead, or why not
 * @param classes the full names of the classes that it holds for
 * @param uses the types and members that are banned, as {@link CompiledClass} names them
 */
record Ban(String reason, Pattern classes, Pattern uses) {

  static Ban of(String reason, String classes, String uses) {
    return new Ban(reason, Pattern.compile(classes), Pattern.compile(uses));
  }

  /** Every banned use, with its class and the reason. */
  List<String> violations(Collection<CompiledClass> all) {
    return all.stream()
        .filter(each -> classes.matcher(each.name()).matches())
        .flatMap(this::violations)
        .toList();
  }

  private Stream<String> violations(CompiledClass user) {
    return Stream.concat(user.types().stream(), user.members().stream())
        .filter(used -> uses.matcher(used).matches())
        .map(used -> user.name() + " uses " + used + ": " + reason);
  }
}
