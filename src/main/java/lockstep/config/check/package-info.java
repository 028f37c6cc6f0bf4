/** Whether the values of a file, each right by itself, fit each other, the data and the memory. */
package lockstep.config.check;
