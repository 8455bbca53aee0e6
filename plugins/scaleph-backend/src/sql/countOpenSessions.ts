import { Queryable } from '../database/Transaction';
import { SqlSessionRow } from './sqlRows';

/** How many SQL sessions are open on a target or data source, of all users; inside the transaction that would delete it. @internal */
export async function countOpenSessions(
  place: Pick<SqlSessionRow, 'kind' | 'place'>,
  db: Queryable,
): Promise<number> {
  const [{ total }] = await db<SqlSessionRow>('sql_sessions')
    .where({ ...place, state: 'open' })
    .count({ total: '*' });
  return Number(total);
}
