package lockstep.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lockstep.config.binding.WrittenKeys;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.data.CsvTable;
import lockstep.data.Samples;
import lockstep.network.Parameters;

/**
 * What decides the numbers of trials, as text and digest. The text of a section that did not change
 * since the trial before is not made again. Threads may share it.
 */
final class DecisiveText {
  /** The keys that are for people only. */
  static final List<String> FOR_PEOPLE =
      List.of("experiment", "title", "description", "source", "expect");

  private final WrittenKeys<ExperimentSection> keys =
      new WrittenKeys<>(ExperimentKeys.EXPERIMENT, FOR_PEOPLE);

  private Optional<CsvTable> lastTable = Optional.empty();
  private byte[] lastNumbers = new byte[0];

  /** The SHA-256 of what decides a trial's numbers, 64 hexadecimal digits. */
  String digest(ExperimentSpec spec) {
    MessageDigest digest = Sha256.start();
    String text = keys.text(Resolution.unresolve(spec));
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    if (spec.data().generator() instanceof CsvTable table) {
      digest.update(numbers(table));
    }
    spec.network().init().stored().ifPresent(stored -> update(digest, stored.parameters()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a CSV file holds decides the numbers too. */
  private synchronized byte[] numbers(CsvTable table) {
    if (lastTable.filter(last -> last == table).isEmpty()) {
      lastNumbers = bytes(table.samples());
      lastTable = Optional.of(table);
    }
    return lastNumbers;
  }

  private static byte[] bytes(Samples samples) {
    int columns = samples.inputs().getColumnDimension() + samples.targets().getColumnDimension();
    int cells = Math.multiplyExact(samples.count(), columns);
    ByteBuffer numbers = ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, cells));
    for (int row = 0; row < samples.count(); row++) {
      put(samples.inputs().getRow(row), numbers);
      put(samples.targets().getRow(row), numbers);
    }
    return numbers.array();
  }

  private static void put(double[] values, ByteBuffer numbers) {
    for (double value : values) {
      numbers.putDouble(value);
    }
  }

  /** So do the parameters in a model file, whatever else stands in it. */
  private static void update(MessageDigest digest, Parameters parameters) {
    for (Parameters.Layer layer : parameters.layers()) {
      for (double[] row : layer.weights().getData()) {
        update(digest, row);
      }
      update(digest, layer.biases().getRow(0));
    }
  }

  private static void update(MessageDigest digest, double[] values) {
    ByteBuffer numbers = ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, values.length));
    put(values, numbers);
    digest.update(numbers.array());
  }
}
