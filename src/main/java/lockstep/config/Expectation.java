package lockstep.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lockstep.decimal.PrintedNumber;
import lockstep.training.StopCondition;

/**
 * One entry of {@code expect}: a place in the run, and what must be found there.
 *
 * <p>In YAML the entry is flat; which keys it has decides which kind it is.
 */
public sealed interface Expectation {

  /**
   * How far a number may be from the printed one: empty means half a unit of its last digit.
   *
   * @return the stated absolute tolerance, at least 0
   */
  Optional<PrintedNumber> tolerance();

  /** When: a number of completed epochs, or the end of the run. */
  sealed interface Moment {
    /** After so many completed epochs. */
    record Epoch(int epoch) implements Moment {
      /** Checks the range. */
      public Epoch {
        if (epoch < 0) {
          throw new IllegalArgumentException("epoch " + epoch);
        }
      }
    }

    /** The end of the run. */
    record Final() implements Moment {}
  }

  /**
   * Columns of the history: {@code {epoch: 145, loss: 664.60120828, accuracy: 0.818}}.
   *
   * @param moment when
   * @param values column name to printed number, in the order of the key definitions
   * @param tolerance the tolerance, if stated
   */
  record Measured(
      Moment moment, Map<String, PrintedNumber> values, Optional<PrintedNumber> tolerance)
      implements Expectation {
    /** Copies the map. */
    public Measured {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * A layer's tensors at a moment: {@code {epoch: final, layer: 1, weights: [[...]], biases:
   * [...]}}.
   *
   * @param moment when
   * @param layer which layer, 1 being the first after the inputs
   * @param input the sample that is passed through for {@code pre_activations} and {@code
   *     activations}; empty for the other quantities
   * @param values quantity to numbers, rows x columns; in the order of {@link Quantity}
   * @param tolerance the tolerance, if stated
   */
  record LayerState(
      Moment moment,
      int layer,
      Optional<List<Double>> input,
      Map<Quantity, List<List<PrintedNumber>>> values,
      Optional<PrintedNumber> tolerance)
      implements Expectation {
    /** Copies the numbers and checks the layer. */
    public LayerState {
      if (layer < 1) {
        throw new IllegalArgumentException("layer " + layer);
      }
      input = input.map(List::copyOf);
      Map<Quantity, List<List<PrintedNumber>>> ordered = new EnumMap<>(Quantity.class);
      values.forEach((quantity, rows) -> ordered.put(quantity, copyOfRows(rows)));
      values = Collections.unmodifiableMap(ordered);
    }
  }

  private static <T> List<List<T>> copyOfRows(List<List<T>> rows) {
    return rows.stream().map(List::copyOf).toList();
  }

  /**
   * What can be looked at in a layer.
   *
   * <p>The gradients are those of one backward pass over the whole training set with the parameters
   * of the moment. Training makes such passes only in full batches by gradient descent, each sample
   * going back through its own activations and the weights of the forward pass; elsewhere they
   * cannot be expected.
   */
  enum Quantity {
    /** in x out. */
    WEIGHTS,
    /** 1 x out. */
    BIASES,
    /** dL/dW on the training set, in x out. */
    WEIGHT_GRADIENT,
    /** dL/db on the training set, 1 x out. */
    BIAS_GRADIENT,
    /** dL/dx of the layer's inputs on the training set, training samples x in. */
    INPUT_GRADIENT,
    /** z of one input, 1 x out. */
    PRE_ACTIVATIONS,
    /** a of one input, 1 x out. */
    ACTIVATIONS;

    /** Whether it is a gradient, which is of the whole training set. */
    public boolean isGradient() {
      return this == WEIGHT_GRADIENT || this == BIAS_GRADIENT || this == INPUT_GRADIENT;
    }
  }

  /**
   * The classes predicted for given inputs: {@code {inputs: [[5.2, 6.2]], classes: [1]}}.
   *
   * @param moment when
   * @param inputs n x in
   * @param classes one class number an input
   */
  record Predicted(Moment moment, List<List<Double>> inputs, List<Integer> classes)
      implements Expectation {
    /** Copies the lists. */
    public Predicted {
      inputs = copyOfRows(inputs);
      classes = List.copyOf(classes);
    }

    @Override
    public Optional<PrintedNumber> tolerance() {
      return Optional.empty();
    }
  }

  /**
   * The verdict: {@code {verdict: diverged, cause: rebounded, diverged_at: 122}}.
   *
   * @param verdict its word
   * @param cause the cause of a divergence, if stated
   * @param at the epoch of the verdict (first sign of divergence, of convergence or of the stall),
   *     if stated; at least 0
   */
  record Judged(String verdict, Optional<StopCondition> cause, OptionalInt at)
      implements Expectation {
    /** Checks the epoch. */
    public Judged {
      if (at.isPresent() && at.getAsInt() < 0) {
        throw new IllegalArgumentException("at " + at.getAsInt());
      }
    }

    @Override
    public Optional<PrintedNumber> tolerance() {
      return Optional.empty();
    }
  }
}
