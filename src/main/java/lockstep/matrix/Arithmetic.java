package lockstep.matrix;

/**
 * How a product is added to a sum. It decides the last bits of every result, and belongs to the
 * experiment, not to the machine.
 */
public enum Arithmetic {
  /** One rounding: {@code fma(a, b, c)}. More accurate, and the fastest there is. */
  FUSED,
  /**
   * Two roundings: {@code c + a * b}. For published numbers that were computed so and are to come
   * back to the last of 17 digits.
   */
  SEPARATE
}
