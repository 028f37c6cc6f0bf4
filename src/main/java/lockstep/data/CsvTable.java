package lockstep.data;

import java.util.List;
import java.util.Objects;
import lockstep.random.RandomStream;

/**
 * Samples that were read from a CSV file. Nothing is drawn.
 *
 * <p>The targets are classes under the same condition as those of {@link Rows}.
 *
 * @param path the file as the experiment names it
 * @param header the names of all columns of the file, in its order
 * @param columns which of them are inputs and targets
 * @param samples the numbers, in the order of the file; copied
 */
public record CsvTable(String path, List<String> header, CsvColumns columns, Samples samples)
    implements Generator {
  /** The folder of such copies below that of the results. */
  public static final String COPIES = "data/";

  /** Copies everything. */
  public CsvTable {
    header = List.copyOf(header);
    samples = copy(samples);
  }

  /**
   * Where a results folder keeps its own copy of the table: the folder {@code data} and the file's
   * base name, with {@code _} for whatever is not safe in a path everywhere.
   */
  public String copyName() {
    String base = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String safe = base.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.", "_");
    return COPIES + safe;
  }

  @Override
  public Samples samples() {
    return copy(samples);
  }

  /** Leaves the numbers out: they are many, and equal tables have equal names. */
  @Override
  public int hashCode() {
    return Objects.hash(path, header, columns);
  }

  @Override
  public DataShape shape() {
    return new DataShape(
        samples.count(),
        samples.inputs().getColumnDimension(),
        samples.targets().getColumnDimension(),
        ClassNumbers.count(samples.targets()));
  }

  @Override
  public Samples generate(RandomStream stream) {
    return copy(samples);
  }

  private static Samples copy(Samples samples) {
    return new Samples(samples.inputs().copy(), samples.targets().copy());
  }
}
