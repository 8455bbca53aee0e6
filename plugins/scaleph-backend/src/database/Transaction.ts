import { Knex } from 'knex';

/**
 * A running transaction. SQLite has one connection: while a transaction is
 * open, a query that does not go through it waits for ever. So every store
 * method that may be part of a larger write takes a `Queryable`, nothing
 * inside a transaction calls a service (permissions ask this plugin back over
 * HTTP), and events and signals go out after the commit.
 *
 * @internal
 */
export type Transaction = Knex.Transaction;

/** @internal */
export type Queryable = Knex | Transaction;
