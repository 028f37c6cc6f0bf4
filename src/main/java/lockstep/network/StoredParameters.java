package lockstep.network;

/**
 * Parameters that an earlier training has left in a file.
 *
 * @param name the file's base name, with {@code _} for whatever is not safe in a path everywhere
 * @param text what stands in the file, as it is written
 * @param parameters the weights and biases
 */
public record StoredParameters(String name, String text, Parameters parameters) {
  /** The folder of such copies below that of the results. */
  public static final String COPIES = "init/";

  /** Makes the name safe. */
  public StoredParameters {
    name = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.", "_");
  }

  /** Where a results folder keeps its own copy of the file. */
  public String copyName() {
    return COPIES + name;
  }
}
