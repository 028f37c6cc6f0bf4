package lockstep.config;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.Expansion;
import lockstep.config.sweep.SearchKeys;
import lockstep.config.sweep.SweepKeys;
import lockstep.config.sweep.SweepSection;
import lockstep.config.sweep.SweepSection.HalvingSection;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.YamlWriter;
import lockstep.data.Part;
import lockstep.random.Purpose;
import lockstep.random.SeedDerivation;
import lockstep.random.StreamSpec;

/** A file with a sweep, a search, or both. Trials are read when they are asked for. */
final class SweptExperiment implements Experiment {
  private static final int DIGEST = 32;
  private static final byte[] UNKNOWN = new byte[DIGEST];

  private final Mapping base;
  private final SweepSection sweep;
  private final Optional<Searching> searching;
  private final List<List<Assignment>> configurations;
  private final List<KeyPath> keys;
  private final FoldAxis folds;
  private final Where where;
  private final Combinations combinations;
  private final AssignedRoots roots;
  private final TrialReader reader;
  private final byte[] digests;
  private final int[] kinds;
  private final WorkSizes sizes = new WorkSizes();
  private final Map<Integer, Integer> sizeOfKind = new LinkedHashMap<>();
  private final SweptFile resolved;
  private final DecisiveText texts = new DecisiveText();
  private Optional<BitSet> again = Optional.empty();

  /** Whether all trials that are known to be right have samples to choose by. */
  private boolean validated = true;

  /**
   * What a file asks for beside a trial.
   *
   * @param sweep how trials differ
   * @param searching what is searched for in each of them
   */
  record Asked(SweepSection sweep, Optional<Searching> searching) {}

  /**
   * A sweep.
   *
   * @param file the file's values
   * @param asked what it says under {@code sweep} and {@code search}
   * @param configurations what the sweep means
   * @param reader how a trial is read
   */
  SweptExperiment(
      Mapping file, Asked asked, List<List<Assignment>> configurations, TrialReader reader) {
    this.base = file.without(ExperimentKeys.SWEEP.name()).without(ExperimentKeys.SEARCH.name());
    this.sweep = asked.sweep();
    this.searching = asked.searching();
    this.configurations = List.copyOf(configurations);
    this.keys = Expansion.keys(sweep);
    this.where = new Where(file);
    this.folds = FoldAxis.of(base);
    List<Assignment> usual = joined(folds.assignment(1), searched());
    this.combinations =
        Combinations.of(configurations.stream().map(one -> joined(one, usual)).toList());
    this.roots = new AssignedRoots(base, combinations);
    this.reader = reader;
    this.digests = new byte[DIGEST * trials()];
    this.kinds = IntStream.range(0, configurations.size()).map(one -> -1 - one).toArray();
    this.resolved = new SweptFile(this, file, setKeys());
  }

  private static List<Assignment> joined(List<Assignment> some, List<Assignment> more) {
    return more.isEmpty() ? some : Stream.concat(some.stream(), more.stream()).toList();
  }

  @Override
  public String name() {
    return spec(0).name();
  }

  @Override
  public boolean isSweep() {
    return true;
  }

  @Override
  public List<String> keys() {
    return keys.stream().map(KeyPath::text).toList();
  }

  @Override
  public int configurations() {
    return configurations.size();
  }

  @Override
  public int repeats() {
    return Math.multiplyExact(sweep.repeats(), folds());
  }

  @Override
  public int folds() {
    return folds.count();
  }

  /** Which of the runs with other seeds a trial is of, from 1. */
  private int repeat(int trial) {
    return trial % repeats() / folds() + 1;
  }

  /** Which fold a trial holds out, from 1. */
  private int fold(int trial) {
    return trial % folds() + 1;
  }

  @Override
  public TrialPoint point(int trial) {
    TrialPoint place = place(trial);
    List<Assignment> assignments = assignments(place.configuration());
    return new TrialPoint(
        place.configuration(),
        place.repeat(),
        place.fold(),
        keys.stream().map(key -> value(key, assignments)).toList());
  }

  /** The same without the values. */
  TrialPoint place(int trial) {
    return new TrialPoint(trial / repeats(), repeat(trial), folds.number(fold(trial)), List.of());
  }

  private String value(KeyPath key, List<Assignment> assignments) {
    return assignments.stream()
        .filter(one -> one.key().equals(key))
        .map(Assignment::text)
        .findFirst()
        .orElseGet(() -> key.find(base).map(YamlWriter::inline).orElse(""));
  }

  /** What the file says of halving. */
  Optional<HalvingSection> asksForHalving() {
    return sweep.halving();
  }

  /** What is searched for in each configuration. */
  Optional<Searching> searching() {
    return searching;
  }

  /** The values of the swept keys of a configuration. */
  List<Assignment> assignments(int configuration) {
    return configurations.get(configuration);
  }

  /** The values of all keys that are not left to the rest of the file. */
  List<Assignment> allAssignments(int configuration) {
    return joined(assignments(configuration), joined(folds.assignment(1), searched()));
  }

  private List<Assignment> searched() {
    return searching.map(Searching::usual).orElse(List.of());
  }

  @Override
  public ExperimentSpec spec(int trial) {
    return spec(trial, List.of());
  }

  @Override
  public ExperimentSpec spec(int trial, BigDecimal value) {
    return spec(trial, searching.orElseThrow(IllegalStateException::new).with(value));
  }

  private ExperimentSpec spec(int trial, List<Assignment> searched) {
    int repeat = repeat(trial);
    List<Assignment> fold = fold(trial) == 1 ? List.of() : folds.assignment(fold(trial));
    List<Mistake> mistakes = new ArrayList<>();
    Mapping root = roots.root(trial / repeats(), joined(fold, searched), mistakes);
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException("was right when read first: " + mistakes);
    }
    ExperimentSpec spec = reader.readAgain(with(chosen(trial), root));
    return repeat == 1 ? spec : spec.with(repeated(spec.streams(), repeat));
  }

  /** Which configurations the checks can tell apart; nothing is known yet. */
  Kinds newKinds() {
    return new Kinds(combinations, roots, reader);
  }

  /**
   * Notes that a trial is right. Where configurations may be there twice its digest will be asked
   * for, and is made while its sections are known.
   *
   * @param spec what was read of it, if it was
   * @param kind what the checks cannot tell it from
   */
  void noteRight(int trial, Optional<ExperimentSpec> spec, int kind) {
    int configuration = trial / repeats();
    spec.ifPresent(one -> sizeOfKind.putIfAbsent(kind, sizes.of(one)));
    validated &= spec.map(one -> one.data().parts().contains(Part.VALIDATION)).orElse(true);
    kinds[configuration] = sizeOfKind.getOrDefault(kind, kinds[configuration]);
    if (mayRepeatItself() && trial % repeats() == 0) {
      spec.ifPresentOrElse(one -> digest(trial, one), () -> digest(trial));
    }
  }

  @Override
  public int kind(int configuration) {
    return kinds[configuration];
  }

  @Override
  public boolean mayRepeatItself() {
    return sweep.random().isPresent() || !sweep.cases().isEmpty() || !sweep.include().isEmpty();
  }

  @Override
  public boolean isAgain(int configuration) {
    return mayRepeatItself() && again().get(configuration);
  }

  private synchronized BitSet again() {
    if (again.isEmpty()) {
      BitSet found = new BitSet();
      Set<String> seen = new TreeSet<>();
      for (int one = 0; one < configurations.size(); one++) {
        found.set(one, !seen.add(digest(one * repeats())));
      }
      again = Optional.of(found);
    }
    return again.get();
  }

  @Override
  public List<Expectation> expectations(int trial) {
    Where.Chosen chosen = chosen(trial);
    return chosen.indices().isEmpty() ? List.of() : spec(trial).expectations();
  }

  /**
   * Trials enough to know what is expected of each configuration: its first one, or all if
   * expectations tell them apart.
   */
  int[] telling() {
    return where.tellsTrialsApart()
        ? IntStream.range(0, trials()).toArray()
        : IntStream.range(0, configurations()).map(one -> one * repeats()).toArray();
  }

  /** The expectations that are about a trial. */
  Where.Chosen chosen(int trial) {
    return where.chosen(place(trial), assignments(trial / repeats()));
  }

  /**
   * Reads and checks a trial.
   *
   * @param trial only its expectations are not those of its configuration's first
   * @param others other values of the searched key; none to take the usual ones
   * @param mistakes gets what is wrong with it
   */
  Optional<ExperimentSpec> read(int trial, List<Assignment> others, List<Mistake> mistakes) {
    List<Mistake> found = new ArrayList<>();
    Where.Chosen chosen = chosen(trial);
    Mapping root = with(chosen, roots.root(trial / repeats(), others, found));
    Optional<ExperimentSpec> spec = reader.read(root, found);
    found.forEach(mistake -> mistakes.add(chosen.located(mistake)));
    return spec;
  }

  private static Mapping with(Where.Chosen chosen, Mapping root) {
    return chosen.entry().map(root::with).orElse(root);
  }

  private static Map<Purpose, StreamSpec> repeated(Map<Purpose, StreamSpec> streams, int repeat) {
    Map<Purpose, StreamSpec> others = new EnumMap<>(Purpose.class);
    streams.forEach((purpose, stream) -> others.put(purpose, repeated(stream, repeat)));
    return others;
  }

  private static StreamSpec repeated(StreamSpec stream, int repeat) {
    return stream instanceof StreamSpec.Seeded seeded
        ? new StreamSpec.Seeded(SeedDerivation.repeat(seeded.seed(), repeat), seeded.skip())
        : stream;
  }

  /** Digests are asked for several times, and kept in 32 bytes each. */
  @Override
  public String digest(int trial) {
    return knownDigest(trial).orElseGet(() -> newDigest(trial, spec(trial)));
  }

  @Override
  public String digest(int trial, ExperimentSpec spec) {
    return knownDigest(trial).orElseGet(() -> newDigest(trial, spec));
  }

  private Optional<String> knownDigest(int trial) {
    int from = trial * DIGEST;
    synchronized (digests) {
      return Arrays.equals(digests, from, from + DIGEST, UNKNOWN, 0, DIGEST)
          ? Optional.empty()
          : Optional.of(HexFormat.of().formatHex(digests, from, from + DIGEST));
    }
  }

  private String newDigest(int trial, ExperimentSpec spec) {
    String digest = texts.digest(spec);
    synchronized (digests) {
      System.arraycopy(HexFormat.of().parseHex(digest), 0, digests, trial * DIGEST, DIGEST);
    }
    return digest;
  }

  @Override
  public String digest() {
    MessageDigest digest = Sha256.start();
    update(digest, String.join("\n", keys()));
    halving().ifPresent(halving -> update(digest, YamlWriter.inline(SweepKeys.write(halving))));
    search().ifPresent(search -> update(digest, YamlWriter.inline(SearchKeys.write(search))));
    for (int trial = 0; trial < trials(); trial++) {
      update(digest, digest(trial));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String yaml() {
    return YamlWriter.write(resolved.resolved());
  }

  private List<KeyPath> setKeys() {
    return Stream.concat(
            keys.stream(),
            Stream.concat(folds.assignment(1).stream(), searched().stream()).map(Assignment::key))
        .toList();
  }

  @Override
  public List<Setting> settings() {
    return ResolvedFile.settings(resolved.shared());
  }

  @Override
  public Recording recording() {
    return spec(0).recording();
  }

  @Override
  public Optional<Search> search() {
    return searching.map(Searching::search);
  }

  @Override
  public Optional<Halving> halving() {
    String usual = validated ? Part.VALIDATION.column("loss") : "loss";
    return sweep.halving().map(section -> section.resolve(usual));
  }
}
