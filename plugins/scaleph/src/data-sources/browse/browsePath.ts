/** The names from the root down, as the URL keeps them. @internal */
export function readPath(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text || '[]');
    return Array.isArray(value) && value.every(it => typeof it === 'string')
      ? value
      : [];
  } catch {
    // Somebody wrote the URL: the root is a place to begin.
    return [];
  }
}

/** @internal */
export function writePath(path: string[]): string {
  return path.length ? JSON.stringify(path) : '';
}
