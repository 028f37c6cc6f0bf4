package lockstep.architecture;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The constants of a class file by their index. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;

  private final Map<Integer, String> texts = new TreeMap<>();
  private final Map<Integer, int[]> pairs = new TreeMap<>();
  private final Map<Integer, Integer> classes = new TreeMap<>();

  /** Reads the pool, from its length on. */
  static ConstantPool read(DataInputStream in) throws IOException {
    ConstantPool pool = new ConstantPool();
    int count = in.readUnsignedShort();
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      pool.readConstant(in, index, tag);
      // These two take two indices each.
      index += tag == LONG || tag == DOUBLE ? 1 : 0;
    }
    return pool;
  }

  private void readConstant(DataInputStream in, int index, int tag) throws IOException {
    switch (tag) {
      case UTF8 -> texts.put(index, in.readUTF());
      case CLASS -> classes.put(index, in.readUnsignedShort());
      case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC ->
          pairs.put(index, new int[] {tag, in.readUnsignedShort(), in.readUnsignedShort()});
      case STRING, METHOD_TYPE -> in.skipNBytes(2);
      case METHOD_HANDLE -> in.skipNBytes(3);
      case INTEGER, FLOAT -> in.skipNBytes(4);
      case LONG, DOUBLE -> in.skipNBytes(8);
      default -> throw new IOException("unknown constant " + tag);
    }
  }

  Stream<String> texts() {
    return texts.values().stream();
  }

  Stream<String> classNames() {
    return classes.keySet().stream().map(this::className);
  }

  /** The full name of a class constant; for an array its descriptor. */
  String className(int index) {
    return texts.get(classes.get(index)).replace('/', '.');
  }

  /** Every field and method: {@code owner.name} and its descriptor. */
  Set<String> members() {
    Set<String> members = new TreeSet<>();
    for (int[] pair : pairs.values()) {
      if (pair[0] >= FIELD && pair[0] <= INTERFACE_METHOD) {
        members.add(className(pair[1]) + "." + nameAndType(pair[2]));
      } else if (pair[0] == INVOKE_DYNAMIC) {
        members.add("dynamic." + nameAndType(pair[2]));
      }
    }
    return members;
  }

  private String nameAndType(int index) {
    int[] pair = pairs.get(index);
    return texts.get(pair[1]) + texts.get(pair[2]);
  }
}
