import { Queryable } from '../database/Transaction';
import { ArtifactRow } from './artifactRows';

/** An uploaded jar, as far as it matters to who uses it. @internal */
export type Upload = Pick<ArtifactRow, 'sha256' | 'created_at'>;

/** Those of the names that are there. @internal */
export async function findUploads(
  db: Queryable,
  names: string[],
): Promise<Map<string, Upload>> {
  if (names.length === 0) return new Map();
  const rows = await db<ArtifactRow>('artifacts')
    .select('name', 'sha256', 'created_at')
    .whereIn('name', names);
  return new Map(rows.map(({ name, ...upload }) => [name, upload]));
}
