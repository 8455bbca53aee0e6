import { ConflictError } from '@backstage/errors';

/** Throws ConflictError, which says the way back, for a retired pipeline. @internal */
export function assertInUse(row: {
  name: string;
  retired_at?: string | null;
}): void {
  if (!row.retired_at) return;
  throw new ConflictError(
    `Pipeline "${row.name}" was retired at ${row.retired_at}: bring it back first ("Bring back" in its menu, or DELETE /pipelines/${row.name}/retirement)`,
  );
}
