package lockstep.config.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.config.binding.Trace;
import lockstep.config.format.AnalysisKeys;
import lockstep.config.format.BatchSection;
import lockstep.config.format.DataKeys;
import lockstep.config.format.DataSection.SplitSection;
import lockstep.config.format.ExperimentKeys;
import lockstep.config.format.ExperimentSection;
import lockstep.config.format.GeneratorKeys;
import lockstep.config.format.LossKeys;
import lockstep.config.format.NetworkKeys;
import lockstep.config.format.ScheduleKeys;
import lockstep.config.format.TrainingKeys;
import lockstep.config.format.UpdateKeys;
import lockstep.data.DataShape;
import lockstep.data.Generator;
import lockstep.data.Part;
import lockstep.data.Split;
import lockstep.data.TargetEncoding;
import lockstep.network.Activation;
import lockstep.network.Loss;
import lockstep.training.Analysis;
import lockstep.training.Batching;
import lockstep.training.Metric;
import lockstep.training.TrainingColumns;
import lockstep.training.UpdateRule;

/**
 * What is known of a file while it is checked: every question is answered as far as the sections
 * concerned could be read, so that one mistake does not hide another.
 *
 * @param trace the values and their places
 */
record Facts(Trace trace) {

  Optional<List<Integer>> layers() {
    return trace.find(NetworkKeys.LAYERS);
  }

  Optional<Loss> loss() {
    return trace.find(LossKeys.LOSS);
  }

  Optional<DataShape> shape() {
    return trace.find(GeneratorKeys.GENERATOR).map(Generator::shape);
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
    Optional<Long> all = shape().map(DataShape::samples);
    if (!hasSplit()) {
      return all;
    }
    return all.flatMap(count -> split().map(part -> part.count(Part.TRAIN, count)))
        .filter(count -> count > 0);
  }

  /** What is looked into beside the training. */
  Analysis analysis() {
    return new Analysis(trace.find(AnalysisKeys.STABILITY));
  }

  boolean hasSplit() {
    return trace.isGiven("data.split");
  }

  private Optional<Split> split() {
    return trace.find(DataKeys.SPLIT).map(SplitSection::split);
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
        trace.find(UpdateKeys.REGULARIZATION).isPresent(),
        trace.find(ScheduleKeys.SCHEDULE).isPresent());
  }

  /** The parts of the data; those that a split could make, if it could not be read. */
  Set<Part> parts() {
    return hasSplit()
        ? split().map(Split::parts).orElse(EnumSet.allOf(Part.class))
        : EnumSet.of(Part.TRAIN);
  }

  void wrong(String path, String message, String expected) {
    trace.report(path, message, expected);
  }
}
