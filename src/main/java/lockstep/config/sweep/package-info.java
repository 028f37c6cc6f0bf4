/** The section {@code sweep}: what is varied, and the configurations that come of it. */
package lockstep.config.sweep;
