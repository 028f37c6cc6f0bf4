package lockstep.data;

import java.util.List;
import lockstep.random.RandomStream;

/**
 * Employment in the United States from 1947 to 1962, a row a year, with six strongly correlated
 * inputs: a hard test for the arithmetic of regressions. Nothing is drawn.
 *
 * <p>The target is the number of people employed, in thousands. The inputs are the implicit price
 * deflator of the gross national product (1954 = 100), the gross national product in millions of
 * dollars, the unemployed, the armed forces and the population over 14 years, all in thousands, and
 * the year.
 *
 * <p>Source: J. W. Longley, "An Appraisal of Least Squares Programs for the Electronic Computer
 * from the Point of View of the User", Journal of the American Statistical Association 62 (319),
 * 1967; National Institute of Standards and Technology, Statistical Reference Datasets, "Longley".
 * The numbers are statistics of the United States' government, published by its agencies, and in
 * the public domain there (17 U.S.C. § 105).
 *
 * @param inputs which columns, at least one, none twice, of {@link #INPUTS}
 */
public record Longley(List<String> inputs) implements Generator {
  /** The names of all inputs. */
  public static final List<String> INPUTS =
      List.of("gnp_deflator", "gnp", "unemployed", "armed_forces", "population", "year");

  /** Checks the names. */
  public Longley {
    inputs = Years.TABLE.checked(inputs);
  }

  @Override
  public DataShape shape() {
    return new DataShape(Years.TABLE.count(), inputs.size(), 1, 0);
  }

  @Override
  public Samples generate(RandomStream stream) {
    return Years.TABLE.samples(inputs);
  }

  /** The table, which is read when it is first asked for. */
  private static final class Years {
    private static final PublishedTable TABLE =
        new PublishedTable(
            List.of(
                "gnp_deflator",
                "gnp",
                "unemployed",
                "armed_forces",
                "population",
                "year",
                "employed"),
            """
            83.0 234289 2356 1590 107608 1947 60323
            88.5 259426 2325 1456 108632 1948 61122
            88.2 258054 3682 1616 109773 1949 60171
            89.5 284599 3351 1650 110929 1950 61187
            96.2 328975 2099 3099 112075 1951 63221
            98.1 346999 1932 3594 113270 1952 63639
            99.0 365385 1870 3547 115094 1953 64989
            100.0 363112 3578 3350 116219 1954 63761
            101.2 397469 2904 3048 117388 1955 66019
            104.6 419180 2822 2857 118734 1956 67857
            108.4 442769 2936 2798 120445 1957 68169
            110.8 444546 4681 2637 121950 1958 66513
            112.6 482704 3813 2552 123366 1959 68655
            114.2 502601 3931 2514 125368 1960 69564
            115.7 518173 4806 2572 127852 1961 69331
            116.9 554894 4007 2827 130081 1962 70551
            """);

    private Years() {}
  }
}
