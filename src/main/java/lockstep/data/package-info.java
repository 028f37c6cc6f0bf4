/**
 * Where samples come from: generators, inline rows and CSV files; how targets are encoded and what
 * is held out.
 *
 * <p>To add a generator: one record that implements {@link lockstep.data.Generator} and checks its
 * numbers with {@code NumberChecks}, its name in that interface's {@code permits}, a row in {@code
 * GoldenDataTest} or of {@code src/test/python/generator_reference.py} if scikit-learn has it, and
 * rows in {@code GeneratorTest} for what it refuses.
 */
package lockstep.data;
