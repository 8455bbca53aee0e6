import { Queryable } from '../../database/Transaction';
import { NewRunEvent } from '../RunRecord';
import { storableText } from './storableText';

/** Inserts events whose last one has the number `lastSeq`. @internal */
export async function insertRunEvents(
  tx: Queryable,
  runId: string,
  lastSeq: number,
  events: NewRunEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const before = lastSeq - events.length;
  await tx('run_events').insert(
    events.map((event, index) => ({
      run_id: runId,
      seq: before + index + 1,
      at: event.at,
      type: event.type,
      from_state: event.from ?? null,
      to_state: event.to ?? null,
      message: storableText(event.message),
      actor: event.actor ?? null,
    })),
  );
}
