import { createTwoFilesPatch } from 'diff';

/** Lines; finding the shortest patch costs the square of them, and the thread meanwhile does nothing else. */
const LONGEST_EDIT = 500;

/**
 * A unified diff that `git apply` and `patch -p1` take; empty when the texts are the same. Texts that differ by very many lines are exchanged
 * whole.
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
    { context: 3, maxEditLength: LONGEST_EDIT },
  );
  const hunks = diff
    ? diff.slice(diff.indexOf('--- '))
    : `--- a/${path}\n+++ b/${path}\n${exchange(before, after)}`;
  return `diff --git a/${path} b/${path}\n${hunks}`;
}

function exchange(before: string, after: string): string {
  const [gone, come] = [linesOf(before), linesOf(after)];
  return [
    `@@ -${range(gone.lines)} +${range(come.lines)} @@`,
    ...marked(gone, '-'),
    ...marked(come, '+'),
    '',
  ].join('\n');
}

function linesOf(text: string): { lines: string[]; isOpen: boolean } {
  const isOpen = text !== '' && !text.endsWith('\n');
  const lines = text.split('\n');
  return { lines: isOpen ? lines : lines.slice(0, -1), isOpen };
}

function range(lines: string[]): string {
  return lines.length ? `1,${lines.length}` : '0,0';
}

function marked(
  { lines, isOpen }: { lines: string[]; isOpen: boolean },
  mark: string,
): string[] {
  return [
    ...lines.map(line => `${mark}${line}`),
    ...(isOpen ? ['\\ No newline at end of file'] : []),
  ];
}
