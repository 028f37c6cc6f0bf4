package lockstep.training;

import java.util.Optional;
import lockstep.network.Loss;
import lockstep.network.OutputError;
import lockstep.network.Reduction;

/** An epoch in mini-batches: one update after the other, each of some samples. */
final class BatchEpoch implements EpochStep {
  private final TrainingSpec spec;
  private final OutputError error;
  private final Descent descent;
  private final SampleOrder order;
  private final SampleBatch whole;
  private final Optional<SampleBatch> rest;
  private final int samples;
  private double collected;

  /**
   * Makes the buffers.
   *
   * @param task what is trained and how, in mini-batches
   * @param passes makes the passes of the updates
   * @param train the evaluation on the training samples
   * @param updates the updates, and the order of the samples
   */
  BatchEpoch(TrainingTask task, UpdatePasses passes, Evaluation train, Ordered updates) {
    this.spec = task.training();
    this.error = FullEpoch.outputError(spec);
    this.descent = updates.descent();
    this.order = updates.order();
    this.samples = train.samples();
    int size = Math.min(((Batching.MiniBatches) spec.batching()).size(), samples);
    this.whole = new SampleBatch(train, passes.over(size), size);
    this.rest =
        samples % size == 0
            ? Optional.empty()
            : Optional.of(new SampleBatch(train, passes.over(samples % size), samples % size));
  }

  /** The updates of a run, and the order in which it takes the samples. */
  record Ordered(Descent descent, SampleOrder order) {}

  @Override
  public double run() {
    order.nextEpoch();
    collected = 0;
    double largest = 0;
    for (int from = 0; from < samples; from += whole.size()) {
      boolean last = rest.isPresent() && samples - from < whole.size();
      largest = Math.max(largest, update(last ? rest.get() : whole, from));
    }
    return largest;
  }

  private double update(SampleBatch batch, int from) {
    batch.forward(order, from);
    if (spec.runningLoss()) {
      collected += batch.loss(spec.loss()) * weight(batch);
    }
    return descent.finish(batch.backward(error, descent));
  }

  /** A sum is a sum over the batches; of a mean each batch has the share of its samples. */
  private double weight(SampleBatch batch) {
    Loss loss = spec.loss();
    return loss.reduction() == Reduction.SUM ? 1 : (double) batch.size() / samples;
  }

  @Override
  public double runningLoss() {
    return collected;
  }
}
