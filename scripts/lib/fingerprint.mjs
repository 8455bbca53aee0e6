// Tells whether something that was built is still what its sources say.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** A digest of the paths, sizes and times of the files that match `patterns`, tests left out. */
export function fingerprint(patterns) {
  const hash = crypto.createHash('sha256');
  const files = fs
    .globSync(patterns, { cwd: root })
    .filter(file => !/node_modules|\.test\.tsx?$/.test(file))
    .sort();
  for (const file of files) {
    const stat = fs.statSync(path.join(root, file));
    if (stat.isFile()) hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Calls `build` unless `stamp` (a file below .cache) says that it was done for this fingerprint. */
export async function buildOnce(stamp, patterns, build) {
  const file = path.join(root, '.cache', stamp);
  const wanted = fingerprint(patterns);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wanted) return;
  await build();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, wanted);
}
