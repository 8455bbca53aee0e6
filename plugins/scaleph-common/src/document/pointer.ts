/** Where something is in a document: keys and indexes from the root. @internal */
export type Path = readonly (string | number)[];

/** JSON pointer (RFC 6901) of a path; empty for the whole document. @internal */
export function toPointer(path: Path): string {
  return path
    .map(key => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

/** The keys of a JSON pointer; indexes of lists stay strings. @internal */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}
