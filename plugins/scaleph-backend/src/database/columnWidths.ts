/**
 * Characters of a data source's name in the tables of what uses it. No data
 * source has a longer one, whatever a document says; PostgreSQL would refuse it.
 *
 * @internal
 */
export const LONGEST_DATA_SOURCE = 300;
