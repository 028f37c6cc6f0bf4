/** Many trials: run side by side, journalled as they finish, and put together in their order. */
package lockstep.sweep;
