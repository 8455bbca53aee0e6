/**
 * A write was refused, because the run was changed by another writer or is
 * supervised by another process now. Nothing was written; read the run again.
 *
 * @internal
 */
export class StaleRunError extends Error {
  name = 'StaleRunError' as const;

  constructor(id: string) {
    super(
      `Run "${id}" was changed by another writer or has another supervisor now`,
    );
  }
}
