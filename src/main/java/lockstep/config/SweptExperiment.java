package lockstep.config;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.sweep.Assignment;
import lockstep.config.sweep.Expansion;
import lockstep.config.sweep.SearchKeys;
import lockstep.config.sweep.SweepKeys;
import lockstep.config.sweep.SweepSection;
import lockstep.config.yaml.KeyPath;
import lockstep.config.yaml.Mistake;
import lockstep.config.yaml.Node;
import lockstep.config.yaml.Node.Entry;
import lockstep.config.yaml.Node.Mapping;
import lockstep.config.yaml.YamlWriter;
import lockstep.random.Purpose;
import lockstep.random.SeedDerivation;
import lockstep.random.StreamSpec;

/** A file with a sweep, a search, or both. Trials are read when they are asked for. */
final class SweptExperiment implements Experiment {
  private static final int DIGEST = 32;
  private static final int MOST_SECTIONS = 1024;
  private static final byte[] UNKNOWN = new byte[DIGEST];

  private final Mapping base;
  private final SweepSection sweep;
  private final Optional<Searching> searching;
  private final List<List<Assignment>> configurations;
  private final List<KeyPath> keys;
  private final FoldAxis folds;
  private final Where where;
  private final TrialReader reader;
  private final byte[] digests;
  private final SweptFile resolved;
  private final DecisiveText texts = new DecisiveText();
  private final Map<List<Assignment>, Entry> sections = new LinkedHashMap<>();

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
    this.base = file.without(SweepKeys.SWEEP.name()).without(SearchKeys.SEARCH.name());
    this.sweep = asked.sweep();
    this.searching = asked.searching();
    this.configurations = List.copyOf(configurations);
    this.keys = Expansion.keys(sweep);
    this.where = new Where(file);
    this.reader = reader;
    this.folds = FoldAxis.of(base);
    this.digests = new byte[DIGEST * trials()];
    this.resolved = new SweptFile(this, file, setKeys());
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
    return Stream.of(assignments(configuration), folds.assignment(1), searched())
        .flatMap(List::stream)
        .toList();
  }

  private List<Assignment> searched() {
    return searching.map(Searching::usual).orElse(List.of());
  }

  @Override
  public ExperimentSpec spec(int trial) {
    return spec(trial, searched());
  }

  @Override
  public ExperimentSpec spec(int trial, BigDecimal value) {
    return spec(trial, searching.orElseThrow(IllegalStateException::new).with(value));
  }

  private ExperimentSpec spec(int trial, List<Assignment> searched) {
    int repeat = repeat(trial);
    List<Mistake> mistakes = new ArrayList<>();
    ExperimentSpec spec =
        readTrial(trial, searched, mistakes)
            .orElseThrow(() -> new IllegalStateException("was right when read first: " + mistakes));
    return repeat == 1 ? spec : spec.with(repeated(spec.streams(), repeat));
  }

  /**
   * Reads the first trial of a configuration.
   *
   * @param mistakes gets what is wrong with it
   */
  Optional<ExperimentSpec> read(int configuration, List<Mistake> mistakes) {
    return read(configuration, searched(), mistakes);
  }

  /** The same with other values of the searched key. */
  Optional<ExperimentSpec> read(
      int configuration, List<Assignment> searched, List<Mistake> mistakes) {
    return readTrial(configuration * repeats(), searched, mistakes);
  }

  private Optional<ExperimentSpec> readTrial(
      int trial, List<Assignment> searched, List<Mistake> mistakes) {
    List<Assignment> all =
        Stream.of(assignments(trial / repeats()), folds.assignment(fold(trial)), searched)
            .flatMap(List::stream)
            .toList();
    return reader.read(
        where.only(assigned(all, mistakes), place(trial), assignments(trial / repeats())),
        mistakes);
  }

  /** The file's values with those of a configuration, section by section. */
  private Mapping assigned(List<Assignment> assignments, List<Mistake> mistakes) {
    Map<String, List<Assignment>> bySection = new LinkedHashMap<>();
    for (Assignment one : assignments) {
      bySection.computeIfAbsent(one.key().first(), any -> new ArrayList<>(1)).add(one);
    }
    Mapping trial = base;
    for (Map.Entry<String, List<Assignment>> section : bySection.entrySet()) {
      trial = changed(trial, section.getKey(), section.getValue(), mistakes);
    }
    return trial;
  }

  /** With the values of one section; the same values give the same node. */
  private Mapping changed(
      Mapping trial, String section, List<Assignment> assignments, List<Mistake> mistakes) {
    Optional<Entry> known;
    synchronized (sections) {
      known = Optional.ofNullable(sections.get(assignments));
    }
    if (known.isPresent()) {
      return trial.with(known.get());
    }
    int before = mistakes.size();
    Mapping changed = merged(trial, assignments, mistakes);
    Optional<Entry> entry = changed.entry(section);
    if (entry.isPresent() && mistakes.size() == before) {
      synchronized (sections) {
        if (sections.size() >= MOST_SECTIONS) {
          sections.clear();
        }
        sections.put(assignments, entry.get());
      }
    }
    return changed;
  }

  private static Mapping merged(
      Mapping root, List<Assignment> assignments, List<Mistake> mistakes) {
    Mapping merged = root;
    for (Assignment one : assignments) {
      Optional<Node> layer = one.key().lead(merged, one.value(), one.place(), mistakes);
      if (layer.isPresent()) {
        merged = (Mapping) ExperimentKeys.EXPERIMENT.merge(merged, layer.get());
      }
    }
    return merged;
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
    return sweep.halving();
  }
}
