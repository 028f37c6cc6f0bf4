package lockstep.cli;

import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class Version implements IVersionProvider {
  /** What stands for the version where the program runs from classes and not from its jar. */
  private static final String OUTSIDE_THE_JAR = "development";

  /** {@code lockstep 0.1.0}. */
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"lockstep " + (version == null ? OUTSIDE_THE_JAR : version)};
  }
}
