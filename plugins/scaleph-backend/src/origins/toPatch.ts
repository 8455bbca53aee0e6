import { createTwoFilesPatch } from 'diff';

/**
 * A unified diff that `git apply` and `patch -p1` take; empty when the texts are the same.
 * @param path - of the file in its repository
 * @internal
 */
export function toPatch(path: string, before: string, after: string): string {
  if (before === after) return '';
  const diff = createTwoFilesPatch(
    `a/${path}`,
    `b/${path}`,
    before,
    after,
    undefined,
    undefined,
    { context: 3 },
  );
  const hunks = diff.slice(diff.indexOf('--- '));
  return `diff --git a/${path} b/${path}\n${hunks}`;
}
