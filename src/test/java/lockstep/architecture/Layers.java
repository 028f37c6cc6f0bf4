package lockstep.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order of the packages: each may use the layers below its own and nothing else of ours.
 *
 * @param root the package of all the others
 * @param layers the names of the packages below the root, lowest layer first; a package counts with
 *     all packages inside it
 */
record Layers(String root, List<Set<String>> layers) {

  /** Every edge that goes upwards or sideways, every unknown package; and if there are no edges. */
  List<String> violations(Collection<CompiledClass> classes) {
    List<String> violations = new ArrayList<>();
    int edges = 0;
    for (CompiledClass user : classes) {
      String from = packageOf(user.name()).orElseThrow();
      if (level(from) < 0) {
        violations.add(user.name() + " is in the unknown package " + from);
      }
      for (String used : usedPackages(user, from)) {
        edges++;
        if (level(used) >= level(from)) {
          violations.add(user.name() + " in " + from + " uses " + used);
        }
      }
    }
    if (edges == 0) {
      violations.add("no package uses another: nothing was checked");
    }
    return violations;
  }

  private Set<String> usedPackages(CompiledClass user, String own) {
    Set<String> packages = new TreeSet<>();
    user.types().forEach(type -> packageOf(type).ifPresent(packages::add));
    packages.remove(own);
    return packages;
  }

  /** The package directly below the root that a type is in; empty if it is not ours. */
  private Optional<String> packageOf(String type) {
    if (!type.startsWith(root + ".")) {
      return Optional.empty();
    }
    int end = type.indexOf('.', root.length() + 1);
    return Optional.of(end < 0 ? "(root)" : type.substring(root.length() + 1, end));
  }

  private int level(String name) {
    for (int level = 0; level < layers.size(); level++) {
      if (layers.get(level).contains(name)) {
        return level;
      }
    }
    return -1;
  }
}
