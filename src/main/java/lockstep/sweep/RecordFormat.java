package lockstep.sweep;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lockstep.expectation.Check;

/**
 * A {@link TrialRecord} as bytes: its components in their order, numbers with the highest byte
 * first, doubles bit by bit, text as UTF-8 and lists with their length before them, and a byte, 0
 * or 1, before what may be missing.
 */
final class RecordFormat {
  private RecordFormat() {}

  /** The bytes of a record. */
  static byte[] encode(TrialRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try {
      new Encoder(new DataOutputStream(bytes)).record(record);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot refuse to be written to", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The record of some bytes.
   *
   * @throws IllegalArgumentException if no record has these bytes
   */
  static TrialRecord decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      TrialRecord record = new Decoder(buffer).record();
      if (buffer.hasRemaining()) {
        throw new IllegalArgumentException(buffer.remaining() + " bytes too many");
      }
      return record;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(bytes.length + " bytes are too few", e);
    }
  }

  private record Encoder(DataOutputStream out) {

    void record(TrialRecord record) throws IOException {
      ending(record.ending());
      out.writeInt(record.seeds().size());
      for (OptionalLong seed : record.seeds()) {
        out.writeBoolean(seed.isPresent());
        out.writeLong(seed.orElse(0));
      }
      out.writeInt(record.lastEpoch());
      optional(record.bestEpoch());
      out.writeInt(record.measures().size());
      for (TrialRecord.Measure measure : record.measures()) {
        measure(measure);
      }
      history(record);
      out.writeInt(record.expectations());
      out.writeInt(record.failures().size());
      for (Check check : record.failures()) {
        check(check);
      }
    }

    private void ending(Ending ending) throws IOException {
      text(ending.word());
      out.writeBoolean(ending.cause().isPresent());
      text(ending.cause().orElse(""));
      optional(ending.at());
    }

    private void measure(TrialRecord.Measure measure) throws IOException {
      text(measure.column());
      number(measure.initial());
      number(measure.last());
      number(measure.best());
    }

    private void history(TrialRecord record) throws IOException {
      out.writeInt(record.history().size());
      for (TrialRecord.Row row : record.history()) {
        out.writeInt(row.epoch());
        out.writeInt(row.values().length);
        for (double value : row.values()) {
          number(value);
        }
      }
    }

    private void check(Check check) throws IOException {
      text(check.place());
      text(check.expected());
      text(check.found());
      text(check.exact());
      out.writeBoolean(check.holds());
    }

    private void number(double value) throws IOException {
      out.writeLong(Double.doubleToRawLongBits(value));
    }

    private void optional(OptionalInt value) throws IOException {
      out.writeBoolean(value.isPresent());
      out.writeInt(value.orElse(0));
    }

    private void text(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private record Decoder(ByteBuffer in) {

    TrialRecord record() {
      Ending ending = ending();
      List<OptionalLong> seeds = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        boolean present = flag();
        long seed = in.getLong();
        seeds.add(present ? OptionalLong.of(seed) : OptionalLong.empty());
      }
      int lastEpoch = in.getInt();
      OptionalInt bestEpoch = optional();
      List<TrialRecord.Measure> measures = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        measures.add(new TrialRecord.Measure(text(), number(), number(), number()));
      }
      List<TrialRecord.Row> history = history();
      return new TrialRecord(
          ending, seeds, lastEpoch, bestEpoch, measures, history, in.getInt(), failures());
    }

    private Ending ending() {
      String word = text();
      boolean present = flag();
      String cause = text();
      return new Ending(word, present ? Optional.of(cause) : Optional.empty(), optional());
    }

    private List<TrialRecord.Row> history() {
      List<TrialRecord.Row> rows = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        int epoch = in.getInt();
        double[] values = new double[count()];
        for (int column = 0; column < values.length; column++) {
          values[column] = number();
        }
        rows.add(new TrialRecord.Row(epoch, values));
      }
      return rows;
    }

    private List<Check> failures() {
      List<Check> failures = new ArrayList<>();
      for (int left = count(); left > 0; left--) {
        failures.add(new Check(text(), text(), text(), text(), flag()));
      }
      return failures;
    }

    private double number() {
      return Double.longBitsToDouble(in.getLong());
    }

    private boolean flag() {
      return in.get() != 0;
    }

    private OptionalInt optional() {
      boolean present = flag();
      int value = in.getInt();
      return present ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** A length, which cannot be more than the bytes that are left. */
    private int count() {
      int count = in.getInt();
      if (count < 0 || count > in.remaining()) {
        throw new IllegalArgumentException("a length of " + count);
      }
      return count;
    }

    private String text() {
      byte[] bytes = new byte[count()];
      in.get(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
