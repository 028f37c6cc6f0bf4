package lockstep.cli;

import java.io.IOException;

/** A plan that can be told to people, to spreadsheets and to programs. */
interface PlanText {

  /**
   * For people.
   *
   * @throws IOException if the journal cannot be read
   */
  void text() throws IOException;

  /**
   * For spreadsheets: everything, as comma-separated values.
   *
   * @throws IOException if the journal cannot be read
   */
  void csv() throws IOException;

  /**
   * For programs: an object a line.
   *
   * @throws IOException if the journal cannot be read
   */
  void json() throws IOException;
}
