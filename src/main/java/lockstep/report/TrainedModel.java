package lockstep.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.config.ExperimentSpec;
import lockstep.config.Model;
import lockstep.data.CsvTable;
import lockstep.data.DataShape;
import lockstep.data.Scalings;
import lockstep.experiment.TrialResult;
import lockstep.network.Parameters;
import lockstep.training.TrainingOutcome;
import org.apache.commons.math3.linear.RealMatrix;

/** The model that a trial leaves. */
final class TrainedModel {
  private TrainedModel() {}

  /**
   * The model that a trial keeps: with its best parameters if it keeps these, else with its final
   * ones.
   *
   * @return empty if one of them is not finite: such a network is of no use
   */
  static Optional<Model> of(TrialResult result, Configuration configuration) {
    int last = result.history().finalEpoch();
    TrainingOutcome.Best kept =
        result.best().orElseGet(() -> new TrainingOutcome.Best(last, result.finalParameters()));
    Model.Origin origin =
        new Model.Origin(
            result.spec().name(), configuration.digest(), configuration.numerics(), kept.epoch());
    return of(result.spec(), origin, kept.parameters(), result.data().scalings());
  }

  /**
   * The model of an experiment with some parameters.
   *
   * @param scalings what its samples were scaled by
   * @return empty if one of them is not finite
   */
  static Optional<Model> of(
      ExperimentSpec spec, Model.Origin origin, Parameters parameters, Scalings scalings) {
    DataShape shape = spec.data().generator().shape();
    Model model =
        new Model(
            origin,
            inputs(spec),
            shape.classification() ? Optional.of(shape.classes()) : Optional.empty(),
            spec.training().loss().classRule().outputBorder(),
            spec.network().layers(),
            spec.network().activations(),
            spec.training().arithmetic(),
            parameters,
            scalings);
    return Optional.of(model).filter(made -> isFinite(parameters));
  }

  private static Optional<List<String>> inputs(ExperimentSpec spec) {
    return spec.data().generator() instanceof CsvTable table
        ? Optional.of(table.columns().inputs())
        : Optional.empty();
  }

  private static boolean isFinite(Parameters parameters) {
    return parameters.layers().stream()
        .flatMap(layer -> Stream.of(layer.weights(), layer.biases()))
        .map(RealMatrix::getData)
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .allMatch(Double::isFinite);
  }
}
