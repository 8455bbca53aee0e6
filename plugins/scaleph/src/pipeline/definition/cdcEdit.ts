import { Document, isMap, isSeq, parseDocument } from 'yaml';

/** @internal */
export type CdcSide = 'source' | 'sink';
/** Lists of the definition whose entries are maps of texts. @internal */
export type CdcListName = 'route' | 'transform';
type CdcEntry = Record<string, string>;

function read(definition: string): Document | undefined {
  const document = parseDocument(definition, { uniqueKeys: false });
  const usable =
    document.errors.length === 0 &&
    (document.contents === null || isMap(document.contents));
  return usable ? document : undefined;
}

function print(document: Document): string {
  // Long expressions stay on their line.
  return document.toString({ lineWidth: 0 });
}

/** The options of a side as texts, `type` among them; `undefined` while the YAML cannot be read. @internal */
export function readSide(
  definition: string,
  side: CdcSide,
): CdcEntry | undefined {
  const document = read(definition);
  if (!document) return undefined;
  const map = document.get(side);
  return isMap(map) ? toTexts(map.toJSON()) : {};
}

/** The entries of a list; `undefined` while the YAML cannot be read. @internal */
export function readEntries(
  definition: string,
  list: CdcListName,
): CdcEntry[] | undefined {
  const document = read(definition);
  if (!document) return undefined;
  const items = document.get(list);
  return isSeq(items)
    ? items.items.map(item => (isMap(item) ? toTexts(item.toJSON()) : {}))
    : [];
}

/** Sets options of a side, or removes those given as `undefined`; comments and order stay. @internal */
export function editSide(
  definition: string,
  side: CdcSide,
  changes: Record<string, string | undefined>,
): string {
  const document = read(definition);
  if (!document) return definition;
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === '') document.deleteIn([side, key]);
    else setText(document, [side, key], value);
  }
  return print(document);
}

/** Replaces a list; entries keep only fields that have a text. @internal */
export function editEntries(
  definition: string,
  list: CdcListName,
  entries: CdcEntry[],
): string {
  const document = read(definition);
  if (!document) return definition;
  if (entries.length === 0) document.delete(list);
  else {
    document.set(
      list,
      document.createNode(
        entries.map(entry =>
          Object.fromEntries(
            Object.entries(entry).filter(([, value]) => value !== ''),
          ),
        ),
      ),
    );
  }
  return print(document);
}

// Numbers and booleans are written as such; everything else as a text.
function setText(document: Document, path: string[], text: string) {
  const isPlain = /^(-?\d+(\.\d+)?|true|false)$/.test(text);
  document.setIn(path, isPlain ? parseDocument(text).toJS() : text);
}

function toTexts(value: unknown): CdcEntry {
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, it]) => [
      key,
      typeof it === 'object' ? JSON.stringify(it) : String(it ?? ''),
    ]),
  );
}
