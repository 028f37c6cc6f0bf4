/** Schedules: the learning rate, step by step. */
package lockstep.training.schedule;
