/**
 * Experiments as typed specs, and the files they are written in.
 *
 * <p>The classes named {@code ...Keys} are the one place where the keys of a file are defined; all
 * else, reading, writing, explaining, schema and reference page, comes from them. To add a key, add
 * it there; to add a word of a choice, add a row to its table.
 */
package lockstep.config;
