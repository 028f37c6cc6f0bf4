/**
 * Experiments as typed specs, and the way from and to the files they are written in.
 *
 * <p>To add a key, add it in {@code config.format}, the one place where the keys of a file are
 * defined; reading, writing, explaining, schema and reference page come from there. To add a word
 * of a choice, add a row to its table.
 *
 * <p>The packages within, each using only those before it and the records here: {@code yaml},
 * {@code binding}, {@code format}, then {@code check} and {@code document}.
 */
package lockstep.config;
