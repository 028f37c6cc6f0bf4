package lockstep.config.format;

import java.util.List;
import lockstep.config.binding.Block;
import lockstep.config.binding.Choice;
import lockstep.config.binding.Key;
import lockstep.config.binding.Option;
import lockstep.config.binding.Range;
import lockstep.config.binding.Real;
import lockstep.config.binding.Scope;
import lockstep.config.binding.Type;
import lockstep.config.binding.Values;
import lockstep.config.binding.Words;
import lockstep.training.optimizer.Adadelta;
import lockstep.training.optimizer.Adagrad;
import lockstep.training.optimizer.Adam;
import lockstep.training.optimizer.AdamW;
import lockstep.training.optimizer.Adamax;
import lockstep.training.optimizer.AmsGrad;
import lockstep.training.optimizer.Moments;
import lockstep.training.optimizer.Nadam;
import lockstep.training.optimizer.Optimizer;
import lockstep.training.optimizer.RmsProp;
import lockstep.training.optimizer.Rprop;
import lockstep.training.optimizer.Sgd;

/** The keys of the optimizers, and their table. */
public final class OptimizerKeys {
  private static final Key<Double> MOMENTUM =
      share("momentum", "The share of the last step that goes on.", "0.9")
          .byDefault(Sgd.DEFAULT_MOMENTUM);

  private static final Key<Double> DAMPENING =
      Key.of(
              "dampening",
              new Real(Range.closed(0, 1)),
              "The share of a new gradient that momentum leaves out.",
              "0.1")
          .byDefault(Sgd.DEFAULT_DAMPENING);

  private static final Key<Boolean> NESTEROV =
      Key.of("nesterov", Words.TRUTH, "Whether momentum looks ahead.", "true")
          .byDefault(Sgd.DEFAULT_NESTEROV);

  private static final Key<Double> SGD_DECAY =
      notNegative(
              "weight_decay",
              "Adds this times the parameter to its gradient, for weights and biases.",
              "1e-4")
          .byDefault(Sgd.DEFAULT_WEIGHT_DECAY);

  private static final Key<Double> RATE_DECAY =
      notNegative(
              "rate_decay",
              "The learning rate is divided by 1 + rate_decay times the updates made.",
              "0.01")
          .byDefault(Adagrad.DEFAULT_RATE_DECAY);

  private static final Key<Double> INITIAL_ACCUMULATOR =
      notNegative("initial_accumulator", "Where the sum of the squared gradients starts.", "0.1")
          .byDefault(Adagrad.DEFAULT_INITIAL_ACCUMULATOR);

  private static final Key<Double> ADAGRAD_EPSILON = epsilon(Adagrad.DEFAULT_EPSILON);
  private static final Key<Double> RMSPROP_EPSILON = epsilon(RmsProp.DEFAULT_EPSILON);
  private static final Key<Double> ADADELTA_EPSILON = epsilon(Adadelta.DEFAULT_EPSILON);
  private static final Key<Double> MOMENTS_EPSILON = epsilon(Moments.DEFAULT_EPSILON);

  private static final Key<Double> ALPHA =
      share("alpha", "The share of the running mean of the squares that is kept.", "0.9")
          .byDefault(RmsProp.DEFAULT_ALPHA);

  private static final Key<Double> RMSPROP_MOMENTUM =
      share("momentum", "The share of the last step that goes on.", "0.9")
          .byDefault(RmsProp.DEFAULT_MOMENTUM);

  private static final Key<Boolean> CENTERED =
      Key.of("centered", Words.TRUTH, "Whether the mean gradient is taken off.", "true")
          .byDefault(RmsProp.DEFAULT_CENTERED);

  private static final Key<Double> RHO =
      share("rho", "The share of the running means that is kept.", "0.95")
          .byDefault(Adadelta.DEFAULT_RHO);

  private static final Key<Double> BETA1 =
      share("beta1", "The share of the running mean of the gradients that is kept.", "0.8")
          .byDefault(Moments.DEFAULT_BETA1);

  private static final Key<Double> BETA2 =
      share("beta2", "The share of the running mean of their squares that is kept.", "0.99")
          .byDefault(Moments.DEFAULT_BETA2);

  private static final Key<Moments> MOMENTS =
      Key.spread(
          Block.of(Moments.class)
              .with(BETA1, Moments::beta1)
              .with(BETA2, Moments::beta2)
              .with(MOMENTS_EPSILON, Moments::epsilon)
              .make(v -> new Moments(v.of(BETA1), v.of(BETA2), v.of(MOMENTS_EPSILON))));

  private static final Key<Double> ADAMW_DECAY =
      notNegative(
              "weight_decay",
              "Each update first takes off this times the learning rate times the parameter.",
              "0.1")
          .byDefault(AdamW.DEFAULT_WEIGHT_DECAY);

  private static final Key<Double> MOMENTUM_DECAY =
      notNegative("momentum_decay", "How fast the momentum grows to beta1.", "0.01")
          .byDefault(Nadam.DEFAULT_MOMENTUM_DECAY);

  private static final Key<Double> DECREASE =
      Key.of(
              "decrease",
              new Real(Range.open(0, 1)),
              "The factor of a step after its gradient has changed its sign.",
              "0.6")
          .byDefault(Rprop.DEFAULT_DECREASE);

  private static final Key<Double> INCREASE =
      Key.of(
              "increase",
              new Real(Range.above(1)),
              "The factor of a step while its gradient keeps its sign.",
              "1.1")
          .byDefault(Rprop.DEFAULT_INCREASE);

  private static final Key<Double> SMALLEST_STEP =
      Key.of("smallest_step", new Real(Range.above(0)), "The smallest step.", "1e-8")
          .byDefault(Rprop.DEFAULT_SMALLEST_STEP);

  private static final Key<Double> LARGEST_STEP =
      Key.of("largest_step", new Real(Range.above(0)), "The largest step.", "1")
          .byDefault(Rprop.DEFAULT_LARGEST_STEP);

  private static final Block<Sgd> SGD =
      Block.of(Sgd.class)
          .with(MOMENTUM, Sgd::momentum)
          .with(DAMPENING, Sgd::dampening)
          .with(NESTEROV, Sgd::nesterov)
          .with(SGD_DECAY, Sgd::weightDecay)
          .check(OptimizerKeys::checkMomentum)
          .make(v -> new Sgd(v.of(MOMENTUM), v.of(DAMPENING), v.of(NESTEROV), v.of(SGD_DECAY)));

  private static final Block<Adagrad> ADAGRAD =
      Block.of(Adagrad.class)
          .with(RATE_DECAY, Adagrad::rateDecay)
          .with(INITIAL_ACCUMULATOR, Adagrad::initialAccumulator)
          .with(ADAGRAD_EPSILON, Adagrad::epsilon)
          .make(
              v -> new Adagrad(v.of(RATE_DECAY), v.of(INITIAL_ACCUMULATOR), v.of(ADAGRAD_EPSILON)));

  private static final Block<RmsProp> RMSPROP =
      Block.of(RmsProp.class)
          .with(ALPHA, RmsProp::alpha)
          .with(RMSPROP_MOMENTUM, RmsProp::momentum)
          .with(CENTERED, RmsProp::centered)
          .with(RMSPROP_EPSILON, RmsProp::epsilon)
          .make(
              v ->
                  new RmsProp(
                      v.of(ALPHA), v.of(RMSPROP_MOMENTUM), v.of(CENTERED), v.of(RMSPROP_EPSILON)));

  private static final Block<Adadelta> ADADELTA =
      Block.of(Adadelta.class)
          .with(RHO, Adadelta::rho)
          .with(ADADELTA_EPSILON, Adadelta::epsilon)
          .make(v -> new Adadelta(v.of(RHO), v.of(ADADELTA_EPSILON)));

  private static final Block<Adam> ADAM =
      Block.of(Adam.class).with(MOMENTS, Adam::moments).make(v -> new Adam(v.of(MOMENTS)));

  private static final Block<AmsGrad> AMSGRAD =
      Block.of(AmsGrad.class).with(MOMENTS, AmsGrad::moments).make(v -> new AmsGrad(v.of(MOMENTS)));

  private static final Block<AdamW> ADAMW =
      Block.of(AdamW.class)
          .with(MOMENTS, AdamW::moments)
          .with(ADAMW_DECAY, AdamW::weightDecay)
          .make(v -> new AdamW(v.of(MOMENTS), v.of(ADAMW_DECAY)));

  private static final Block<Adamax> ADAMAX =
      Block.of(Adamax.class).with(MOMENTS, Adamax::moments).make(v -> new Adamax(v.of(MOMENTS)));

  private static final Block<Nadam> NADAM =
      Block.of(Nadam.class)
          .with(MOMENTS, Nadam::moments)
          .with(MOMENTUM_DECAY, Nadam::momentumDecay)
          .make(v -> new Nadam(v.of(MOMENTS), v.of(MOMENTUM_DECAY)));

  private static final Block<Rprop> RPROP =
      Block.of(Rprop.class)
          .with(DECREASE, Rprop::decrease)
          .with(INCREASE, Rprop::increase)
          .with(SMALLEST_STEP, Rprop::smallestStep)
          .with(LARGEST_STEP, Rprop::largestStep)
          .check(OptimizerKeys::checkSteps)
          .make(
              v ->
                  new Rprop(
                      v.of(DECREASE), v.of(INCREASE), v.of(SMALLEST_STEP), v.of(LARGEST_STEP)));

  /** The optimizers: a row for each. */
  private static final List<Option<? extends Optimizer>> OPTIMIZERS =
      List.of(
          new Option<>(
              "sgd",
              Sgd.class,
              SGD,
              "Gradient descent, plain or with momentum: d = g + weight_decay w; v = d at first,"
                  + " then momentum v + (1 - dampening) d; w -= rate v, or with nesterov w -= rate"
                  + " (d + momentum v) (Polyak, 1964; Sutskever et al., ICML 2013)."),
          new Option<>(
              "adagrad",
              Adagrad.class,
              ADAGRAD,
              "Each parameter's rate falls with the gradients it has seen: s = s + g^2; w -="
                  + " rate / (1 + (t - 1) rate_decay) g / (sqrt(s) + epsilon) (Duchi, Hazan and"
                  + " Singer, JMLR 12, 2011)."),
          new Option<>(
              "rmsprop",
              RmsProp.class,
              RMSPROP,
              "Gradients divided by a running mean of their size: s = alpha s + (1 - alpha) g^2;"
                  + " centered takes m^2 off s, m = alpha m + (1 - alpha) g; v = momentum v + g /"
                  + " (sqrt(s) + epsilon); w -= rate v (Tieleman and Hinton, 2012; centered as"
                  + " Graves, arXiv:1308.0850)."),
          new Option<>(
              "adadelta",
              Adadelta.class,
              ADADELTA,
              "Steps whose size follows from earlier ones; meant for the learning rate 1: s = rho s"
                  + " + (1 - rho) g^2; d = sqrt(u + epsilon) / sqrt(s + epsilon) g; u = rho u + (1"
                  + " - rho) d^2; w -= rate d (Zeiler, arXiv:1212.5701)."),
          new Option<>(
              "adam",
              Adam.class,
              ADAM,
              "Running means of the gradients, divided by those of their size: m = beta1 m + (1 -"
                  + " beta1) g; v = beta2 v + (1 - beta2) g^2; w -= rate m / (1 - beta1^t) /"
                  + " (sqrt(v / (1 - beta2^t)) + epsilon) (Kingma and Ba, arXiv:1412.6980,"
                  + " algorithm 1)."),
          new Option<>(
              "amsgrad",
              AmsGrad.class,
              AMSGRAD,
              "adam with the largest v so far in the place of v (Reddi, Kale and Kumar, ICLR"
                  + " 2018)."),
          new Option<>(
              "adamax",
              Adamax.class,
              ADAMAX,
              "adam with the largest gradient of late as size: u = max(beta2 u, |g| + epsilon);"
                  + " w -= rate m / (1 - beta1^t) / u (Kingma and Ba, arXiv:1412.6980, algorithm"
                  + " 2)."),
          new Option<>(
              "nadam",
              Nadam.class,
              NADAM,
              "adam with momentum that looks ahead: with c(t) = beta1 (1 - 0.96^(t momentum_decay)"
                  + " / 2), p = c(1) ... c(t) and n = sqrt(v / (1 - beta2^t)) + epsilon, w -= rate"
                  + " ((1 - c(t)) / (1 - p) g + c(t + 1) / (1 - p c(t + 1)) m) / n (Dozat, ICLR"
                  + " workshop 2016)."),
          new Option<>(
              "adamw",
              AdamW.class,
              ADAMW,
              "adam with a decay apart from the running means: first w = (1 - rate"
                  + " weight_decay) w, then adam's step (Loshchilov and Hutter,"
                  + " arXiv:1711.05101)."),
          new Option<>(
              "rprop",
              Rprop.class,
              RPROP,
              "Only the signs of gradients count: each parameter has a step, at first the"
                  + " learning rate, that is multiplied by increase where g keeps its sign and by"
                  + " decrease where it changes; w -= sign(g) step, but nothing just after a change"
                  + " (Riedmiller and Braun, 1993)."));

  static final Type<Optimizer> TYPE = new Choice<>("an optimizer", Optimizer.class, OPTIMIZERS);

  private OptimizerKeys() {}

  private static Key<Double> share(String name, String meaning, String example) {
    return Key.of(name, new Real(Range.halfOpen(0, 1)), meaning, example);
  }

  private static Key<Double> notNegative(String name, String meaning, String example) {
    return Key.of(name, new Real(Range.atLeast(0)), meaning, example);
  }

  private static Key<Double> epsilon(double usual) {
    return Key.of("epsilon", new Real(Range.above(0)), "Keeps quotients finite.", "1e-7")
        .byDefault(usual);
  }

  private static void checkMomentum(Values values, Scope scope) {
    boolean momentum = values.find(MOMENTUM).filter(share -> share == 0).isEmpty();
    boolean dampened = values.find(DAMPENING).filter(share -> share > 0).isPresent();
    boolean nesterov = values.find(NESTEROV).orElse(false);
    if (nesterov && !momentum) {
      refuse(scope, NESTEROV, "looks ahead along no momentum", "momentum above 0");
    }
    if (nesterov && dampened) {
      refuse(scope, NESTEROV, "is not defined with dampening", "dampening: 0");
    }
    if (dampened && !momentum) {
      refuse(scope, DAMPENING, "makes no difference without momentum", "momentum above 0");
    }
  }

  private static void checkSteps(Values values, Scope scope) {
    boolean upsideDown =
        values
            .find(SMALLEST_STEP)
            .flatMap(low -> values.find(LARGEST_STEP).map(high -> low > high))
            .orElse(false);
    if (upsideDown) {
      refuse(scope, SMALLEST_STEP, "is above the largest step", "at most largest_step");
    }
  }

  private static void refuse(Scope scope, Key<?> key, String message, String expected) {
    String path = scope.child(key.name()).path();
    scope.trace().report(path, message, expected);
  }
}
