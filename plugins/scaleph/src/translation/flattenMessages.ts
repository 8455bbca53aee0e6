/** Messages as they are written: nested by where they are shown. */
export interface NestedMessages {
  [key: string]: string | NestedMessages;
}

/** The same tree of keys with other texts: what a translation has to have. */
export type SameKeys<T> = {
  [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]>;
};

type FlatKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${FlatKey<T[K]>}`;
}[keyof T & string];

/** Messages by dotted key, the form in which Backstage loads them. */
export type FlatMessages<T> = { [K in FlatKey<T>]: string };

/** `{ a: { b: 'x' } }` becomes `{ 'a.b': 'x' }`. */
export function flattenMessages<T extends object>(nested: T): FlatMessages<T> {
  const flat: Record<string, string> = {};
  const visit = (messages: object, prefix: string) => {
    for (const [key, value] of Object.entries(messages)) {
      if (typeof value === 'string') flat[prefix + key] = value;
      else visit(value, `${prefix}${key}.`);
    }
  };
  visit(nested, '');
  return flat as FlatMessages<T>;
}
