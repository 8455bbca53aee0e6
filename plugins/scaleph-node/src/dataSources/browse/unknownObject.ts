import { NotFoundError } from '@backstage/errors';

/** For a path that does not exist, or that the user of the data source does not see. @internal */
export function unknownObject(path: readonly string[]): NotFoundError {
  return new NotFoundError(
    `"${path.join(
      '" › "',
    )}" does not exist in the data source, or its user may not see it`,
  );
}
