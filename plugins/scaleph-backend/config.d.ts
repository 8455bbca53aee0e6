export interface Config {
  /** Configuration of Scaleph. */
  scaleph?: {};
}
