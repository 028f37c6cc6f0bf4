package lockstep.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
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

  /** The SHA-256 of what decides a trial's numbers, 64 hexadecimal digits. */
  String digest(ExperimentSpec spec) {
    MessageDigest digest = Sha256.start();
    String text = keys.text(Resolution.unresolve(spec));
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    if (spec.data().generator() instanceof CsvTable table) {
      update(digest, table.samples());
    }
    spec.network().init().stored().ifPresent(stored -> update(digest, stored.parameters()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a CSV file holds decides the numbers too. */
  private static void update(MessageDigest digest, Samples samples) {
    ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
    for (int row = 0; row < samples.count(); row++) {
      update(digest, samples.inputs().getRow(row), number);
      update(digest, samples.targets().getRow(row), number);
    }
  }

  /** So do the parameters in a model file, whatever else stands in it. */
  private static void update(MessageDigest digest, Parameters parameters) {
    ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
    for (Parameters.Layer layer : parameters.layers()) {
      for (double[] row : layer.weights().getData()) {
        update(digest, row, number);
      }
      update(digest, layer.biases().getRow(0), number);
    }
  }

  private static void update(MessageDigest digest, double[] values, ByteBuffer number) {
    for (double value : values) {
      digest.update(number.putDouble(0, value).array());
    }
  }
}
