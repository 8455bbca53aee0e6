import { deflateSync, Zip, ZipDeflate } from 'fflate';
import { setImmediate } from 'node:timers/promises';
import { ARCHIVE_LIMITS } from './archiveLimits';

// The same files are the same bytes; ZIP begins with 1980, in local time.
const MTIME = new Date(1980, 0, 2);

/** The ZIP archive of these texts, by path; one that unpackArchive takes. @internal */
export async function packArchive(files: Map<string, string>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, text] of files) {
    // One file at a time, so that others get their turn between two.
    await setImmediate();
    const bytes = new TextEncoder().encode(text);
    const entry = new ZipDeflate(path, { level: isDense(bytes) ? 6 : 0 });
    entry.mtime = MTIME;
    archive.add(entry);
    entry.push(bytes, true);
  }
  archive.end();
  return Buffer.concat(chunks);
}

/** What packs too well would be taken for a bomb. */
function isDense(bytes: Uint8Array): boolean {
  const { ratio, ratioFrom } = ARCHIVE_LIMITS;
  return (
    bytes.length < ratioFrom || deflateSync(bytes).length * ratio > bytes.length
  );
}
