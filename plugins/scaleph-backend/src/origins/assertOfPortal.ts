import { ConflictError } from '@backstage/errors';
import { OriginColumns } from './originRows';

/** Throws ConflictError, which says where to go, for a pipeline that comes from a repository. @internal */
export function assertOfPortal(row: { name: string } & OriginColumns): void {
  if (!row.origin_url) return;
  throw new ConflictError(
    `Pipeline "${row.name}" comes from ${row.origin_url}: change it there (POST /pipelines/${row.name}/patches answers a patch), or detach it from the repository`,
  );
}
