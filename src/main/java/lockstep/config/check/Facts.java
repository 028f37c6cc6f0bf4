package lockstep.config.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.config.binding.Aspect;
import lockstep.config.binding.Trace;
import lockstep.config.format.AnalysisKeys;
import lockstep.config.format.BatchSection;
import lockstep.config.format.DataKeys;
import lockstep.config.format.DataSection.FoldsSection;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.config.format.DropoutSection;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.config.format.GeneratorKeys;
import lockstep.config.format.LossKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.SplitKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.data.Allocation;
import lockstep.data.CsvTable;
import lockstep.data.DataShape;
import lockstep.data.Fold;
import lockstep.data.Generator;
import lockstep.data.Hastie;
import lockstep.data.Part;
import lockstep.data.Rows;
import lockstep.data.Split;
import lockstep.data.TargetEncoding;
import lockstep.network.Activation;
import lockstep.network.Loss;
import lockstep.training.Analysis;
import lockstep.training.Batching;
import lockstep.training.Metric;
import lockstep.training.Penalty;
import lockstep.training.TrainingColumns;
import lockstep.training.UpdateRule;
import lockstep.training.schedule.Schedule;

/**
 * What is known of a file while it is checked: every question is answered as far as the sections
 * concerned could be read, so that one mistake does not hide another.
 *
 * @param trace the values and their places
 */
record Facts(Trace trace) {
  static final String ACTIVATIONS = "network.activations";

  /** The generator, where the samples themselves stand in a file or follow from the labels. */
  static final Aspect<Generator, Optional<Generator>> KNOWN_TARGETS =
      new Aspect<>(GeneratorKeys.GENERATOR, Facts::withKnownTargets);

  private static final Aspect<DropoutSection, Boolean> SILENCES =
      new Aspect<>(NetworkKeys.DROPOUT, some -> some.rates().silence());

  private static final Aspect<Penalty, Boolean> PENALTY =
      new Aspect<>(UpdateKeys.REGULARIZATION, some -> true);

  private static final Aspect<Schedule, Boolean> SCHEDULE =
      new Aspect<>(UpdateKeys.SCHEDULE, some -> true);

  private static Optional<Generator> withKnownTargets(Generator generator) {
    boolean known =
        generator instanceof Rows || generator instanceof CsvTable || generator instanceof Hastie;
    return Optional.of(generator).filter(any -> known);
  }

  Optional<List<Integer>> layers() {
    return trace.find(NetworkKeys.LAYERS);
  }

  Optional<Loss> loss() {
    return trace.find(LossKeys.LOSS);
  }

  Optional<DataShape> shape() {
    return trace.find(GeneratorKeys.SHAPE);
  }

  Optional<TargetEncoding> encoding() {
    return trace.find(DataKeys.ENCODING);
  }

  /** The columns of the encoded targets, if they can be encoded. */
  Optional<Integer> targetColumns() {
    return shape()
        .flatMap(
            shape ->
                encoding()
                    .filter(encoding -> encoding.obstacle(shape).isEmpty())
                    .map(encoding -> encoding.columns(shape)));
  }

  /** The activation of each layer, if their number is right. */
  Optional<List<Activation>> activations() {
    if (layers().isEmpty() || loss().isEmpty()) {
      return Optional.empty();
    }
    int layerCount = layers().get().size() - 1;
    return trace
        .find(NetworkKeys.ACTIVATIONS)
        .map(row -> row.resolve(layerCount, loss().get()))
        .filter(all -> all.size() == layerCount);
  }

  /** The place of a layer's activation: the list's item, or the word for all of them. */
  String activationPath(int layer) {
    String item = ACTIVATIONS + "[" + layer + "]";
    return trace.isGiven(item) ? item : ACTIVATIONS;
  }

  /** The metrics, given or by default. */
  Optional<List<Metric>> metrics() {
    boolean wrong = trace.isGiven("metrics") && trace.find(ExperimentKeys.METRICS).isEmpty();
    if (wrong || loss().isEmpty() || shape().isEmpty()) {
      return trace.find(ExperimentKeys.METRICS);
    }
    return trace
        .find(ExperimentKeys.METRICS)
        .or(() -> Optional.of(ExperimentSection.usualMetrics(loss().get(), shape().get())));
  }

  /** How many samples are trained on, if there are any. */
  Optional<Long> trainSamples() {
    boolean unknown = hasSplit() && split().isEmpty() || hasFolds() && fold().isEmpty();
    return shape()
        .map(DataShape::samples)
        .filter(count -> !unknown)
        .map(count -> count - heldByFold(count) - heldBySplit(count))
        .filter(count -> count > 0);
  }

  /** What is looked into beside the training. */
  Analysis analysis() {
    return new Analysis(trace.find(AnalysisKeys.STABILITY));
  }

  boolean hasSplit() {
    return trace.isGiven("data.split");
  }

  /** Whether parts are drawn at random; so too if what would say so could not be read. */
  boolean drawsParts() {
    return hasSplit() && draws(split().map(Split::allocation))
        || hasFolds() && draws(fold().map(one -> one.folds().allocation()));
  }

  private static boolean draws(Optional<Allocation> allocation) {
    return allocation.map(Allocation::draws).orElse(true);
  }

  boolean hasFolds() {
    return trace.isGiven("data.folds");
  }

  /** The split, if it could be read. */
  Optional<Split> split() {
    return trace.find(SplitKeys.SPLIT).map(SplitSection::split);
  }

  /** The fold that is held out, if the folds could be read. */
  Optional<Fold> fold() {
    return trace.find(SplitKeys.FOLDS).map(FoldsSection::fold);
  }

  /** How many of so many samples the fold holds out. */
  long heldByFold(long samples) {
    return fold().map(one -> one.held(samples)).orElse(0L);
  }

  private long heldBySplit(long samples) {
    return split()
        .map(one -> one.held(Part.VALIDATION, samples) + one.held(Part.TEST, samples))
        .orElse(0L);
  }

  /** Whether updates silence hidden units. */
  boolean silencesUnits() {
    return trace.find(SILENCES).orElse(false);
  }

  /** Which samples go into one update. */
  Optional<Batching> batching() {
    return trace.find(TrainingKeys.BATCH).map(BatchSection::batching);
  }

  /** Whether updates follow Rosenblatt's rule. */
  boolean isPerceptron() {
    return trace.find(UpdateKeys.RULE).filter(UpdateRule.PERCEPTRON::equals).isPresent();
  }

  /** The columns of the history, if all that decides about them could be read. */
  Optional<List<String>> columns() {
    return metrics().map(metrics -> analysis().columns(metrics, parts(), trainingColumns()));
  }

  private TrainingColumns trainingColumns() {
    return new TrainingColumns(
        trace.find(TrainingKeys.RUNNING_LOSS).orElse(false),
        trace.find(PENALTY).isPresent(),
        isScheduled());
  }

  /** The parts of the data; those that a split could make, if it could not be read. */
  Set<Part> parts() {
    Set<Part> parts = EnumSet.of(Part.TRAIN);
    if (hasSplit()) {
      parts.addAll(split().map(Split::parts).orElse(EnumSet.allOf(Part.class)));
    }
    if (hasFolds()) {
      parts.add(Part.TEST);
    }
    return parts;
  }

  /** Whether the learning rate changes. */
  boolean isScheduled() {
    return trace.find(SCHEDULE).isPresent();
  }

  void wrong(String path, String message, String expected) {
    trace.report(path, message, expected);
  }
}
