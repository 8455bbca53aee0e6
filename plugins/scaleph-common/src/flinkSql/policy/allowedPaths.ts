/**
 * A place in the form in which two names of it are equal: `file:` goes from
 * local paths, slashes at the end go. Undefined for what names a place in more
 * ways than can be compared: relative paths, `..`, encoded characters.
 */
function canonicalPlace(text: string): string | undefined {
  const value = text.trim();
  if (/[\\%\s]|(?:^|\/)\.\.?(?:\/|$)/.test(value)) return undefined;
  const uri = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(value);
  if (!uri) {
    return value.startsWith('/') ? `/${trimSlashes(value)}` : undefined;
  }
  const scheme = uri[1].toLowerCase();
  const rest = uri[2];
  if (scheme === 'file') {
    // `file:/x` and `file:///x` are local; `file://host/x` is not.
    const local = /^(?:\/\/)?(\/[^/].*|\/)$/.exec(rest);
    return local ? `/${trimSlashes(local[1])}` : undefined;
  }
  const remote = /^\/\/([^/]*)(.*)$/.exec(rest);
  if (!remote) return `${scheme}:${trimSlashes(rest)}`;
  const path = trimSlashes(remote[2]);
  return `${scheme}://${remote[1].toLowerCase()}${path ? `/${path}` : ''}`;
}

function trimSlashes(path: string): string {
  return path.split('/').filter(Boolean).join('/');
}

/**
 * Whether `value` is one of the allowed places or below one. Names only: a
 * symbolic link on the cluster leads where it leads.
 *
 * @public
 */
export function isAllowedPath(
  value: string,
  allowed: readonly string[],
): boolean {
  const place = canonicalPlace(value);
  if (place === undefined) return false;
  return allowed.some(entry => {
    const root = canonicalPlace(entry);
    if (root === undefined) return false;
    return place === root || place.startsWith(root.replace(/\/?$/, '/'));
  });
}

/** For messages: which places are allowed. @internal */
export function allowedPlaces(allowed: readonly string[]): string {
  return allowed.length
    ? `allowed are ${allowed.map(it => `"${it}"`).join(', ')}`
    : 'none is allowed';
}
