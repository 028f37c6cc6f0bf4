/** YAML text as trees that know the place of every value, and back. */
package lockstep.config.yaml;
