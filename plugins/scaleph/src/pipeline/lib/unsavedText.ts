/** Text that is not saved yet, and the ETag of what it is an edit of. @internal */
export interface UnsavedText {
  text: string;
  etag: string;
}

const keyOf = (name: string) => `scaleph:draft:${name}`;

/** @internal */
export function readUnsavedText(
  storage: Storage,
  name: string,
): UnsavedText | undefined {
  try {
    const stored = JSON.parse(storage.getItem(keyOf(name)) ?? 'null');
    return typeof stored?.text === 'string' && typeof stored?.etag === 'string'
      ? { text: stored.text, etag: stored.etag }
      : undefined;
  } catch {
    // Written by another version, or storage is switched off: there is nothing to restore.
    return undefined;
  }
}

/** Keeps the text until the browser tab is closed; `undefined` forgets it. @internal */
export function writeUnsavedText(
  storage: Storage,
  name: string,
  unsaved: UnsavedText | undefined,
): void {
  try {
    if (unsaved) {
      storage.setItem(keyOf(name), JSON.stringify(unsaved));
    } else {
      storage.removeItem(keyOf(name));
    }
  } catch {
    // Full or switched off: the warning before leaving the page still holds.
  }
}
