/** What people and editors are told of the keys: explanations, the reference page, the schema. */
package lockstep.config.document;
