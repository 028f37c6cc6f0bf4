package lockstep.architecture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a class names: its constant pool lists every type, field and method that its code, its
 * signatures, its method references and its annotations use (The Java Virtual Machine
 * Specification, section 4.4).
 *
 * @param name its full name, {@code lockstep.data.Split}
 * @param types every type it names
 * @param members every field and method it uses, {@code java.lang.Math.exp(D)D}; the places where
 *     the JVM is asked to link a call begin with {@code dynamic.}
 */
record CompiledClass(String name, Set<String> types, Set<String> members) {
  private static final Pattern TYPE = Pattern.compile("L((?:[\\w$]+/)+[\\w$]+)[;<]");

  /** Every class below a folder. */
  static List<CompiledClass> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(CompiledClass::of)
          .toList();
    }
  }

  /** The class in a file. */
  static CompiledClass of(Path file) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(8);
      ConstantPool pool = ConstantPool.read(in);
      in.skipNBytes(2);
      String name = pool.className(in.readUnsignedShort());
      return new CompiledClass(name, types(pool), pool.members());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> types(ConstantPool pool) {
    Set<String> types = pool.classNames().collect(Collectors.toCollection(TreeSet::new));
    pool.texts()
        .flatMap(text -> TYPE.matcher(text).results().map((MatchResult type) -> type.group(1)))
        .map(type -> type.replace('/', '.'))
        .forEach(types::add);
    return types;
  }
}
