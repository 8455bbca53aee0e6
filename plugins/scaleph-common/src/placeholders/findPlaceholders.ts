import { REFERENCE } from '../document/parameters';

/** What a `${…}` stands for. @public */
export type PlaceholderRef =
  | { kind: 'parameter'; name: string }
  | { kind: 'data-source'; dataSource: string; field: string };

/** One `${…}` of a text; offsets in UTF-16 units. @public */
export interface Placeholder {
  start: number;
  end: number;
  /** As it is written, with `${` and `}`. */
  text: string;
  /** Undefined for `$${…}`, which stands for the text `${…}`. */
  ref?: PlaceholderRef;
}

const DATA_SOURCE = 'data-source.';

/** `${name}` is a parameter; in `${data-source.NAME.FIELD}` the last dot splits. @internal */
export function parsePlaceholder(name: string): PlaceholderRef {
  const dot = name.lastIndexOf('.');
  if (!name.startsWith(DATA_SOURCE) || dot < DATA_SOURCE.length) {
    return { kind: 'parameter', name };
  }
  return {
    kind: 'data-source',
    dataSource: name.slice(DATA_SOURCE.length, dot),
    field: name.slice(dot + 1),
  };
}

/** All of a text, in order. @public */
export function findPlaceholders(text: string): Placeholder[] {
  return [...text.matchAll(REFERENCE)].map(match => {
    const [whole, escape, name] = match;
    return {
      start: match.index,
      end: match.index + whole.length,
      text: whole,
      ...(!escape && { ref: parsePlaceholder(name) }),
    };
  });
}
