package lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lockstep.architecture.fixture.data.ReadsFile;
import lockstep.architecture.fixture.matrix.ReachesUp;
import lockstep.architecture.fixture.shapes.BreaksRules;
import lockstep.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the packages may use; read from the compiled classes. */
class ArchitectureTest {
  private static final List<Set<String>> ORDER =
      List.of(
          Set.of("decimal"),
          Set.of("statistics"),
          Set.of("matrix", "random"),
          Set.of("data"),
          Set.of("network"),
          Set.of("training"),
          Set.of("config"),
          Set.of("experiment"),
          Set.of("expectation"),
          Set.of("sweep"),
          Set.of("search"),
          Set.of("report"),
          Set.of("compare", "verify"),
          Set.of("cli"));

  private static final List<Set<String>> ORDER_IN_CONFIG =
      List.of(
          Set.of("yaml"),
          Set.of("binding"),
          Set.of("sweep"),
          Set.of("format"),
          Set.of("check", "document"));

  private static final String ANY = ".*";
  private static final String FIXTURES = "lockstep.architecture.fixture";

  private static final Ban PRINTING =
      Ban.of(
          "only lockstep.cli prints or exits",
          "lockstep\\.(?!cli\\.).*",
          "java\\.lang\\.(System\\.(out|err)Ljava.*|(System|Runtime)\\.(exit|halt)\\(.*)"
              + "|.*\\.printStackTrace\\(\\)V");

  private static final Ban FILES_IN_NUMERICS =
      Ban.of(
          "numeric packages know no files, no YAML and no logging",
          "lockstep\\.(architecture\\.fixture\\.)?"
              + "(decimal|statistics|matrix|random|data|network|training)\\.(?!Csv).*",
          "(org\\.yaml|org\\.apache\\.logging|java\\.nio\\.file|java\\.io)\\..*");

  private static final Ban UNORDERED =
      Ban.of(
          "the order of its elements is not defined; take the linked or the sorted kind",
          ANY,
          "java\\.util\\.Hash(Map|Set)"
              + "|java\\.util\\.stream\\.Collectors\\.(to(Unmodifiable)?Set\\(.*|toUnmodifiableMap\\(.*"
              + "|toMap\\((Ljava/util/function/\\w+;){2,3}\\).*"
              + "|groupingBy\\((?!.*Supplier).*)");

  private static final Ban PARALLEL =
      Ban.of(
          "parallel streams sum in an order of their own",
          ANY,
          ".*\\.(parallelStream\\(\\)|parallel\\(\\)).*");

  private static final Ban INEXACT_FUNCTIONS =
      Ban.of(
          "its last bit differs between platforms; take FastMath or StrictMath",
          ANY,
          "java\\.lang\\.Math\\.(exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2"
              + "|sinh|cosh|tanh|cbrt|hypot)\\(.*");

  private static final Ban DOUBLES_AS_TEXT =
      Ban.of(
          "its digits differ between JDKs; take ShortestDecimal.format",
          ANY,
          "java\\.lang\\.(Double|Float)\\.toString\\(.*"
              + "|java\\.lang\\.String\\.valueOf\\([DF]\\).*"
              + "|java\\.lang\\.(StringBuilder|StringBuffer)\\.(append\\(|insert\\(I)[DF]\\).*"
              + "|java\\.io\\.Print(Stream|Writer)\\.print(ln)?\\([DF]\\).*"
              + "|dynamic\\.makeConcat\\w*\\((\\[*(L[^;]*;|[BCIJSZ]))*\\[*[DF].*");

  private static final Ban PLATFORM_DEFAULTS =
      Ban.of(
          "it depends on the default locale, charset or platform; name what is meant",
          ANY,
          "java\\.lang\\.String\\.(format\\(Ljava/lang/String;\\[.*|formatted\\(.*"
              + "|to(Lower|Upper)Case\\(\\).*|getBytes\\(\\).*|<init>\\(\\[B\\).*)"
              + "|java\\.lang\\.System\\.lineSeparator\\(.*"
              + "|java\\.io\\.Print(Stream|Writer)\\.(printf|format)\\(Ljava/lang/String;.*"
              + "|java\\.io\\.File(Reader|Writer)\\.<init>\\([^,;]*;\\).*");

  private static final Ban CLOCK =
      Ban.of(
          "nothing may depend on when or how often it is made; only progress, the log, the limit on"
              + " seconds and the choice between two ways to the same bits look at a clock",
          "lockstep\\.(?!cli\\.|training\\.Deadline|matrix\\.FusedMultiplyAdd\\$Probe).*",
          "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)\\(.*|java\\.time\\..*\\.now\\(.*"
              + "|java\\.util\\.Date\\.<init>\\(\\)V|java\\.lang\\.Math\\.random\\(.*"
              + "|java\\.util\\.(Spl\\w+)?Random\\.<init>\\(\\)V|java\\.util\\.UUID\\.randomUUID\\(.*"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom");

  static final List<Ban> BANS =
      List.of(
          PRINTING,
          FILES_IN_NUMERICS,
          UNORDERED,
          PARALLEL,
          INEXACT_FUNCTIONS,
          DOUBLES_AS_TEXT,
          PLATFORM_DEFAULTS,
          CLOCK);

  @Test
  void packagesUseOnlyThoseBelowThem() throws Exception {
    assertThat(new Layers("lockstep", ORDER).violations(classesOf(Main.class, any -> true)))
        .isEmpty();
  }

  @Test
  void packagesWithinConfigUseOnlyThoseBelowThem() throws Exception {
    List<CompiledClass> classes =
        classesOf(Main.class, in("lockstep\\.config\\.[a-z]+\\.(?!package-info).*"));

    assertThat(new Layers("lockstep.config", ORDER_IN_CONFIG).violations(classes)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("BANS")
  void noClassUsesWhatIsBanned(Ban ban) throws Exception {
    assertThat(ban.violations(classesOf(Main.class, any -> true))).isEmpty();
  }

  @Test
  void aPackageThatReachesUpIsFound() throws Exception {
    List<CompiledClass> classes = classesOf(ReachesUp.class, in(FIXTURES + ".(matrix|training).*"));

    assertThat(new Layers(FIXTURES, ORDER).violations(classes))
        .containsExactly(ReachesUp.class.getName() + " in matrix uses training");
  }

  @Test
  void aPackageBesideAnotherIsNotBelowIt() throws Exception {
    List<CompiledClass> classes = classesOf(ReachesUp.class, in(FIXTURES + ".(matrix|training).*"));
    Layers sameLevel = new Layers(FIXTURES, List.of(Set.of("matrix", "training")));

    assertThat(sameLevel.violations(classes)).hasSize(1);
  }

  @Test
  void anUnknownPackageIsFound() throws Exception {
    List<CompiledClass> classes = classesOf(BreaksRules.class, in(FIXTURES + ".(shapes).*"));

    assertThat(new Layers(FIXTURES, ORDER).violations(classes))
        .anyMatch(violation -> violation.endsWith("unknown package shapes"));
  }

  @Test
  void seeingNoEdgesIsAViolation() throws Exception {
    List<CompiledClass> classes = classesOf(ReachesUp.class, in(FIXTURES + ".training.*"));

    assertThat(new Layers(FIXTURES, ORDER).violations(classes))
        .containsExactly("no package uses another: nothing was checked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | java.lang.System.outLjava/io/PrintStream;",
        "0 | java.lang.System.exit(I)V",
        "0 | java.lang.Throwable.printStackTrace()V",
        "2 | java.util.HashMap",
        "2 | java.util.HashSet",
        "2 | java.util.stream.Collectors.toSet()Ljava/util/stream/Collector;",
        "2 | java.util.stream.Collectors.groupingBy(Ljava/util/function/Function;)"
            + "Ljava/util/stream/Collector;",
        "2 | java.util.stream.Collectors.toMap(Ljava/util/function/Function;"
            + "Ljava/util/function/Function;)Ljava/util/stream/Collector;",
        "3 | java.util.stream.Stream.parallel()Ljava/util/stream/BaseStream;",
        "3 | java.util.List.parallelStream()Ljava/util/stream/Stream;",
        "4 | java.lang.Math.exp(D)D",
        "4 | java.lang.Math.tanh(D)D",
        "4 | java.lang.Math.pow(DD)D",
        "5 | java.lang.Double.toString(D)Ljava/lang/String;",
        "5 | java.lang.String.valueOf(D)Ljava/lang/String;",
        "5 | java.lang.StringBuilder.append(D)Ljava/lang/StringBuilder;",
        "5 | dynamic.makeConcatWithConstants(ID)Ljava/lang/String;",
        "6 | java.lang.String.toLowerCase()Ljava/lang/String;",
        "6 | java.lang.String.getBytes()[B",
        "6 | java.lang.String.formatted([Ljava/lang/Object;)Ljava/lang/String;",
        "7 | java.lang.System.nanoTime()J",
        "7 | java.time.Instant.now()Ljava/time/Instant;",
        "7 | java.util.Random.<init>()V"
      })
  void aClassThatUsesWhatIsBannedIsFound(int ban, String use) throws Exception {
    List<CompiledClass> classes = classesOf(BreaksRules.class, in(FIXTURES + ".shapes.*"));

    assertThat(BANS.get(ban).violations(classes))
        .anyMatch(violation -> violation.contains(" uses " + use + ": "));
  }

  @Test
  void aFormatWithoutLocaleIsFoundAndOneWithLocaleIsNot() throws Exception {
    List<CompiledClass> classes = classesOf(BreaksRules.class, in(FIXTURES + ".shapes.*"));

    assertThat(PLATFORM_DEFAULTS.violations(classes))
        .filteredOn(violation -> violation.contains("String.format("))
        .hasSize(1)
        .noneMatch(violation -> violation.contains("Locale;"));
  }

  @Test
  void aNumericClassThatReadsAFileIsFoundUnlessItIsTheCsvReader() throws Exception {
    List<CompiledClass> classes = classesOf(ReadsFile.class, in(FIXTURES + ".data.*"));

    assertThat(classes).hasSize(2);
    assertThat(FILES_IN_NUMERICS.violations(classes))
        .isNotEmpty()
        .allMatch(violation -> violation.startsWith(ReadsFile.class.getName()));
  }

  private static Predicate<CompiledClass> in(String names) {
    return each -> each.name().matches(names);
  }

  /** The classes that are compiled into the same folder as the given one. */
  private static List<CompiledClass> classesOf(Class<?> one, Predicate<CompiledClass> which)
      throws IOException, URISyntaxException {
    Path folder = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    return CompiledClass.below(folder).stream().filter(which).toList();
  }
}
