import type { SortDescriptor } from '@backstage/ui';

/** `-updatedAt`, as the API and the URL write it, for the table. */
export function toSortDescriptor(sort: string): SortDescriptor {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}

/** The way back: `-updatedAt`. */
export function fromSortDescriptor(descriptor: SortDescriptor): string {
  const sign = descriptor.direction === 'descending' ? '-' : '';
  return `${sign}${descriptor.column}`;
}
