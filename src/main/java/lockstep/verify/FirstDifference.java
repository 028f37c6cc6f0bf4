package lockstep.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/** Compares what is written to it with a file, and finds the first line that differs. */
final class FirstDifference extends OutputStream {
  private static final int END = -1;

  private final InputStream kept;
  private long line;
  private boolean differs;

  /**
   * Nothing was compared yet.
   *
   * @param kept the file, read as it is needed; not closed here
   */
  FirstDifference(InputStream kept) {
    this.kept = kept;
  }

  @Override
  public void write(int written) throws IOException {
    write(new byte[] {(byte) written}, 0, 1);
  }

  @Override
  public void write(byte[] written, int from, int length) throws IOException {
    if (differs) {
      return;
    }
    byte[] old = kept.readNBytes(length);
    int same = Arrays.mismatch(old, 0, old.length, written, from, from + length);
    int equal = same < 0 ? length : same;
    for (int index = 0; index < equal; index++) {
      line += old[index] == '\n' ? 1 : 0;
    }
    if (same >= 0) {
      differ(same < old.length ? END : written[from + same]);
    }
  }

  /** Says that everything was written: what the file has more is a difference too. */
  void finish() throws IOException {
    int more = differs ? END : kept.read();
    if (more != END) {
      differ(more);
    }
  }

  /** Where one text ends with a line of the other, it is the next line that is missing. */
  private void differ(int beyondEnd) {
    differs = true;
    line += beyondEnd == '\n' ? 1 : 0;
  }

  /** The first line that differs, from 0; empty if none does. */
  OptionalLong line() {
    return differs ? OptionalLong.of(line) : OptionalLong.empty();
  }
}
