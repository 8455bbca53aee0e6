import { ConflictError } from '@backstage/errors';
import { createHash, createHmac } from 'node:crypto';
import { Knex } from 'knex';
import { toTimestamp } from '../database/timestamps';
import { Transaction } from '../database/Transaction';
import { actorOf, Caller } from './Caller';
import { canonicalJson } from './canonicalJson';

const TABLE = 'idempotency_keys';
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

interface IdempotencyRow {
  id: string;
  body_digest: string;
  result: string | null;
  expires_at: string;
}

/** @internal */
export interface IdempotentCall {
  caller: Caller;
  /** operationId of the contract and what the path names: `publishPipeline orders`. */
  operation: string;
  /** What the client sent; compared between calls under the same key. */
  body: unknown;
}

/** @internal */
export interface IdempotentResult<T> {
  result: T;
  /** An earlier call did it; nothing was written now, so nothing is to be announced. */
  replayed: boolean;
}

/**
 * Creates that may be repeated. The record of the key and the effect are
 * written in ONE transaction: after a crash there are both or neither. Of two
 * calls at the same time the second waits at the insert of the first (SQLite:
 * for the one connection) and then finds its result.
 *
 * @internal
 */
export class Idempotency {
  constructor(private readonly knex: Knex) {}

  /**
   * Runs `effect` in a transaction, once a key. The result must be JSON and is
   * what a repetition gets, for 24 hours. An effect that throws leaves no
   * record. Throws ConflictError when the key came with another body before.
   */
  async run<T>(
    call: IdempotentCall,
    effect: (tx: Transaction) => Promise<T>,
  ): Promise<IdempotentResult<T>> {
    const key = call.caller.idempotencyKey;
    if (key === undefined) {
      const result = await this.knex.transaction(effect);
      return { result, replayed: false };
    }
    const record = toRecord(key, call);
    return this.knex.transaction(async tx => {
      await tx<IdempotencyRow>(TABLE)
        .where('id', record.id)
        .where('expires_at', '<', toTimestamp())
        .delete();
      if (await insertNew(tx, record)) {
        const result = await effect(tx);
        await tx<IdempotencyRow>(TABLE)
          .where('id', record.id)
          .update({ result: JSON.stringify(result) });
        return { result, replayed: false };
      }
      const first = await tx<IdempotencyRow>(TABLE)
        .where('id', record.id)
        .first();
      return {
        result: firstResult<T>(key, call, record, first),
        replayed: true,
      };
    });
  }

  /**
   * What an earlier call under the same key got; undefined when there was none. For an effect that needs work before its transaction
   * which may be refused by now. Throws ConflictError like `run`.
   */
  async recall<T>(call: IdempotentCall): Promise<T | undefined> {
    const key = call.caller.idempotencyKey;
    if (key === undefined) return undefined;
    const record = toRecord(key, call);
    const first = await this.knex<IdempotencyRow>(TABLE)
      .where('id', record.id)
      .where('expires_at', '>=', toTimestamp())
      .first();
    return first && firstResult<T>(key, call, record, first);
  }

  /** Deletes what has expired; run on a schedule. */
  async cleanUp(): Promise<number> {
    return this.knex<IdempotencyRow>(TABLE)
      .where('expires_at', '<', toTimestamp())
      .delete();
  }
}

function firstResult<T>(
  key: string,
  call: IdempotentCall,
  record: IdempotencyRow,
  first: IdempotencyRow | undefined,
): T {
  if (!first?.result || first.body_digest !== record.body_digest) {
    throw new ConflictError(
      `Idempotency-Key "${key}" was used for another ${
        call.operation.split(' ')[0]
      } before: use a new key for a new request`,
    );
  }
  return JSON.parse(first.result) as T;
}

function toRecord(key: string, call: IdempotentCall): IdempotencyRow {
  const actor = actorOf(call.caller.credentials);
  return {
    id: createHash('sha256')
      .update(canonicalJson([actor, call.operation, key]))
      .digest('hex'),
    // Bodies may hold secrets; under the unknown key their digest tells nothing.
    body_digest: createHmac('sha256', key)
      .update(canonicalJson(call.body ?? null))
      .digest('hex'),
    result: null,
    expires_at: toTimestamp(Date.now() + KEPT_MILLISECONDS),
  };
}

/** False when a committed row is there already; waits for one that is being written. */
async function insertNew(
  tx: Transaction,
  record: IdempotencyRow,
): Promise<boolean> {
  const inserted = await tx<IdempotencyRow>(TABLE)
    .insert(record)
    .onConflict('id')
    .ignore()
    .returning('id');
  return inserted.length > 0;
}
