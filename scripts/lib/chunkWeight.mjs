// What of the built portal a browser loads for a piece of it, in bytes of gzip: read from the built files and their source maps.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { UserError } from './cli.mjs';
import { root } from './fingerprint.mjs';

export const staticFiles = path.join(root, 'packages/app/dist/static');

// How the bundler writes `() => import('./x').then(m => <m.Name />)`: the chunks to load, then the module, then what is drawn.
const loaderOf = name =>
  new RegExp(
    `((?:Promise\\.all\\(\\[[^\\]]*\\]\\)|\\w+\\.e\\("?\\w+"?\\)))\\.then\\(\\w+\\.bind\\(\\w+,"?\\w+"?\\)\\)\\.then\\(\\(?\\w+\\)?=>\\(0,\\w+\\.jsx\\)\\(\\w+\\.${name}\\b`,
  );

/** Whether a chunk holds code of this repository, and not only of packages from elsewhere. */
function isOwn(file) {
  const map = JSON.parse(
    fs.readFileSync(path.join(staticFiles, `${file}.map`), 'utf8'),
  );
  return map.sources.some(
    source =>
      !source.includes('node_modules/') &&
      /(^|\/)(plugins|packages)\//.test(source),
  );
}

/** Bytes of a built file as it is sent. */
export function gzipBytes(file) {
  const content = fs.readFileSync(path.join(staticFiles, file));
  return zlib.gzipSync(content, { level: 9 }).length;
}

/**
 * The chunks that are loaded, besides those of every page, before a lazy component of a plugin is drawn: `own` those with code of ours,
 * `libraries` those with packages only, which other pages use too. Each `{ file, bytes }`.
 */
export function weightOfComponent(name) {
  const files = fs.readdirSync(staticFiles).filter(it => it.endsWith('.js'));
  const pattern = loaderOf(name);
  for (const file of files) {
    const text = fs.readFileSync(path.join(staticFiles, file), 'utf8');
    const found = pattern.exec(text);
    if (found) {
      const chunks = [...found[1].matchAll(/\.e\("?(\w+)"?\)/g)].flatMap(
        ([, id]) => files.filter(it => it.startsWith(`${id}.`)),
      );
      const weighed = chunks.map(chunk => ({
        file: chunk,
        bytes: gzipBytes(chunk),
        own: isOwn(chunk),
      }));
      return {
        own: weighed.filter(({ own }) => own),
        libraries: weighed.filter(({ own }) => !own),
      };
    }
  }
  throw new UserError(
    `the built portal loads no component ${name}: is it built (./scaleph build)?`,
  );
}

/** Bytes of all. */
export const total = chunks =>
  chunks.reduce((sum, { bytes }) => sum + bytes, 0);
