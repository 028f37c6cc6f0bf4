package lockstep.config.check;

import java.util.List;
import java.util.Optional;
import lockstep.config.format.RowKeys;
import lockstep.data.DataShape;
import lockstep.data.Rows;
import lockstep.data.TargetEncoding;
import lockstep.network.Loss;

/** Whether data and network fit each other. */
record DataChecks(Facts facts) {
  private static final String LAYERS = "network.layers";

  void check() {
    facts.shape().ifPresent(this::checkEncoding);
    facts.shape().ifPresent(new DivisionChecks(facts)::check);
    facts.layers().ifPresent(this::checkInputs);
    facts.layers().ifPresent(this::checkOutputs);
    checkRowTargets();
  }

  private void checkEncoding(DataShape shape) {
    facts
        .encoding()
        .flatMap(encoding -> encoding.obstacle(shape))
        .ifPresent(reason -> facts.wrong("data.encoding", reason, ""));
  }

  private void checkInputs(List<Integer> layers) {
    Optional<Integer> inputs = facts.shape().map(DataShape::inputs);
    if (inputs.isPresent() && !inputs.get().equals(layers.get(0))) {
      String message = layers.get(0) + " inputs for data with " + inputs.get();
      facts.wrong(LAYERS + "[0]", message, inputs.get().toString());
    }
  }

  private void checkOutputs(List<Integer> layers) {
    boolean ignored = facts.loss().filter(Loss.Output.class::isInstance).isPresent();
    boolean unmeasured = facts.metrics().filter(List::isEmpty).isPresent();
    int last = layers.size() - 1;
    Optional<Integer> columns = facts.targetColumns();
    boolean differ = columns.isPresent() && !columns.get().equals(layers.get(last));
    if (differ && !(ignored && unmeasured)) {
      String message = layers.get(last) + " outputs for targets with " + counted(columns.get());
      String hint = columns.get() == 1 && isClassNumber() ? ", or encoding: one_hot" : "";
      facts.wrong(LAYERS + "[" + last + "]", message, columns.get() + hint);
    }
  }

  private static String counted(int columns) {
    return columns + (columns == 1 ? " column" : " columns");
  }

  private boolean isClassNumber() {
    boolean classes = facts.shape().filter(DataShape::classification).isPresent();
    return classes && facts.encoding().filter(TargetEncoding.AsIs.class::isInstance).isPresent();
  }

  private void checkRowTargets() {
    boolean rows =
        facts
            .trace()
            .find(Facts.KNOWN_TARGETS)
            .filter(known -> known.filter(Rows.class::isInstance).isPresent())
            .isPresent();
    boolean given = facts.trace().isGiven("data.targets");
    boolean needed = facts.loss().filter(loss -> !(loss instanceof Loss.Output)).isPresent();
    if (rows && needed && !given) {
      facts.wrong("data.targets", "is missing", RowKeys.TARGETS.type().expectation());
    }
  }
}
