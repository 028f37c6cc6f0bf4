/** Optimizers: from a layer's parameters and their gradient to the next parameters. */
package lockstep.training.optimizer;
