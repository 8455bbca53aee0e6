import { deflateSync, Zippable, zipSync } from 'fflate';
import { ARCHIVE_LIMITS } from './archiveLimits';

// The same files are the same bytes; ZIP begins with 1980, in local time.
const MTIME = new Date(1980, 0, 2);

/** The ZIP archive of these texts, by path; one that unpackArchive takes. @internal */
export function packArchive(files: Map<string, string>): Buffer {
  const entries: Zippable = {};
  for (const [path, text] of files) {
    const bytes = new TextEncoder().encode(text);
    entries[path] = [bytes, { level: isDense(bytes) ? 6 : 0, mtime: MTIME }];
  }
  return Buffer.from(zipSync(entries));
}

/** What packs too well would be taken for a bomb. */
function isDense(bytes: Uint8Array): boolean {
  const { ratio, ratioFrom } = ARCHIVE_LIMITS;
  return (
    bytes.length < ratioFrom || deflateSync(bytes).length * ratio > bytes.length
  );
}
