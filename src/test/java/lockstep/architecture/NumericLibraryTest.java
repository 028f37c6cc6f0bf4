package lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

/** What our numbers take from Commons Math must not depend on the platform either. */
class NumericLibraryTest {
  private static final List<String> USED = List.of("special", "util", "analysis/solvers");

  private static final String INEXACT = "its last bit differs between platforms";

  @Test
  void specialFunctionsAndSolversUseNoPlatformMathematics() throws Exception {
    List<CompiledClass> classes = used();
    assertThat(classes)
        .extracting(CompiledClass::name)
        .contains(
            "org.apache.commons.math3.special.Beta",
            "org.apache.commons.math3.util.FastMath",
            "org.apache.commons.math3.analysis.solvers.BrentSolver");
    assertThat(ArchitectureTest.BANS)
        .filteredOn(ban -> ban.reason().startsWith(INEXACT))
        .hasSize(1)
        .allSatisfy(ban -> assertThat(ban.violations(classes)).isEmpty());
  }

  private static List<CompiledClass> used() throws IOException, URISyntaxException {
    Path jar = Path.of(Beta.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      List<CompiledClass> classes = new ArrayList<>();
      for (String name : USED) {
        classes.addAll(CompiledClass.below(files.getPath("org/apache/commons/math3/" + name)));
      }
      return classes;
    }
  }
}
