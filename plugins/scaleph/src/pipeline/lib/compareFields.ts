import type { Field } from '@scaleph/backstage-plugin-scaleph-common';

/** A field of one of two lists, and how it differs from the other list. @internal */
export interface ComparedField extends Field {
  /** `gone` leaves no more, `new` did not arrive, `type` arrived as another type. */
  change?: 'gone' | 'new' | 'type';
  /** The type in the other list. */
  otherType?: string;
}

function compareTo(
  fields: Field[],
  others: Field[],
  missing: 'gone' | 'new',
): ComparedField[] {
  const byName = new Map(others.map(it => [it.name, it]));
  return fields.map(field => {
    const other = byName.get(field.name);
    if (!other) return { ...field, change: missing };
    return other.type === field.type
      ? field
      : { ...field, change: 'type', otherType: other.type };
  });
}

/** What arrives and what leaves, with what differs marked on both sides. @internal */
export function compareFields(
  arriving: Field[],
  leaving: Field[],
): { arriving: ComparedField[]; leaving: ComparedField[] } {
  return {
    arriving: compareTo(arriving, leaving, 'gone'),
    leaving: compareTo(leaving, arriving, 'new'),
  };
}
