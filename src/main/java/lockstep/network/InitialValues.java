package lockstep.network;

/** The initial values of one layer's weights or biases, asked for in the order of drawing. */
@FunctionalInterface
interface InitialValues {
  /** The value at a place of the matrix; a random one is drawn now. */
  double next(int row, int column);
}
