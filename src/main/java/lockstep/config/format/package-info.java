/**
 * The keys of an experiment file, block by block, and the records of what a file says before
 * defaults that depend on several sections are filled in.
 */
package lockstep.config.format;
