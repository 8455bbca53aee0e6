/** Of what a path is made that names one thing below the root of a cluster's pages. */
const MOST_CHARACTERS = 4_000;
/** Encoded once more: a server that decodes twice would see something else. */
const STILL_ENCODED = /%[0-9a-f]{2}/i;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * The path and query of a request to a cluster's pages, taken apart and put
 * together again: what leaves names something below the root and nothing else.
 * Undefined for what climbs (`..`), names a host (`//host`), has a separator
 * within a name (`%2f`, `\`), or does not decode. The query is encoded anew.
 *
 * @param raw - as in the request line, behind `/ui/<ticket>/`
 * @internal
 */
export function parseUiPath(raw: string): string | undefined {
  if (raw.length > MOST_CHARACTERS) return undefined;
  const [path, ...rest] = raw.split('?');
  const query = rest.join('?');
  const segments = path.split('/').map(decode);
  const last = segments.length - 1;
  const isSafe = segments.every(
    (segment, index) =>
      segment !== undefined &&
      // Only at the end: `jobs/`
      (segment !== '' || index === last) &&
      segment !== '.' &&
      segment !== '..' &&
      !/[/\\]/.test(segment) &&
      !CONTROL.test(segment) &&
      !STILL_ENCODED.test(segment),
  );
  if (!isSafe) return undefined;
  const encoded = segments
    .map(segment => encodeURIComponent(segment!))
    .join('/');
  if (!query) return encoded;
  return `${encoded}?${new URLSearchParams(query)}`;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not UTF-8, or a lone `%`: nothing that a page of ours asks for.
    return undefined;
  }
}
