/**
 * Definitions of keys, from which come reading with all mistakes at once, writing, documents and
 * schemas.
 */
package lockstep.config.binding;
