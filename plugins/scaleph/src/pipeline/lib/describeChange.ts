import type { DocumentChange } from '@scaleph/backstage-plugin-scaleph-common';

/** A change for a reader: a path with names instead of a pointer, values as text. @internal */
export function describeChange(change: DocumentChange): {
  where: string;
  from?: string;
  to?: string;
} {
  const where = change.pointer
    .split('/')
    .slice(1)
    .map(it => it.replace(/~1/g, '/').replace(/~0/g, '~'))
    .filter((it, index) => !(index === 0 && it === 'spec'))
    .join(' › ');
  return { where, from: toText(change.from), to: toText(change.to) };
}

function toText(value: unknown): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
