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
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a CSV file holds decides the numbers too. */
  private static void update(MessageDigest digest, Samples samples) {
    ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
    for (int row = 0; row < samples.count(); row++) {
      for (double value : samples.inputs().getRow(row)) {
        digest.update(number.putDouble(0, value).array());
      }
      for (double value : samples.targets().getRow(row)) {
        digest.update(number.putDouble(0, value).array());
      }
    }
  }
}
