// node tools/engines/rebuildPatch.mjs: compiles compat/FlinkSinkWriterContext.java (needs a JDK and what `./scaleph engine up flink` lays out)
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/lib/fingerprint.mjs';
import { layoutOf } from './layOut.mjs';

const compat = path.join(import.meta.dirname, 'compat');

/** The bytes of the class for Java 8, compiled against the engines below `home`. */
export function compilePatch(home) {
  const { flink, seatunnel } = layoutOf(home);
  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-patch-'));
  try {
    execFileSync(
      'javac',
      [
        ...['--release', '8', '-nowarn', '-proc:none', '-g:none'],
        ...['-d', output],
        '-cp',
        [
          path.join(flink, 'lib/*'),
          path.join(seatunnel, 'starter/seatunnel-flink-15-starter.jar'),
        ].join(path.delimiter),
        path.join(compat, 'FlinkSinkWriterContext.java'),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const [file] = fs.globSync('**/*.class', { cwd: output });
    return fs.readFileSync(path.join(output, file));
  } finally {
    fs.rmSync(output, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename)
  fs.writeFileSync(
    path.join(compat, 'FlinkSinkWriterContext.class'),
    compilePatch(path.join(root, '.cache/engines')),
  );
