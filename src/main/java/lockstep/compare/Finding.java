package lockstep.compare;

/** What the tests allow to say of a configuration against another. */
public enum Finding {
  /** Its expected value is better. */
  BETTER,
  /** Its expected value is worse. */
  WORSE,
  /** Its expected value is larger; which is better is not known. */
  LARGER,
  /** Its expected value is smaller; which is better is not known. */
  SMALLER,
  /** No difference could be shown, which does not say that there is none. */
  NOT_SHOWN,
  /** All values are the same. */
  IDENTICAL,
  /** No test was possible. */
  NOT_TESTED
}
