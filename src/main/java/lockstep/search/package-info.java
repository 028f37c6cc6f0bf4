/** Searches: which trials to run next follows from how the earlier ones ended. */
package lockstep.search;
