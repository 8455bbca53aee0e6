// A directory in which a portal of this repository keeps everything.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The directories below the data directory that pipelines may touch. */
const FILE_ROOTS = ['input', 'output', 'warehouse'];

/** Makes what is missing, a key for secrets among it, and returns the section `scaleph` of the configuration. */
export function prepareDataDirectory(dataDir) {
  for (const name of FILE_ROOTS)
    fs.mkdirSync(path.join(dataDir, name), { recursive: true });
  const keyFile = path.join(dataDir, 'secret.key');
  if (!fs.existsSync(keyFile)) {
    const temporary = `${keyFile}.${process.pid}`;
    fs.writeFileSync(temporary, crypto.randomBytes(32).toString('base64'), {
      mode: 0o600,
    });
    fs.renameSync(temporary, keyFile);
  }
  return {
    // Never the directory itself: the key and the databases lie there.
    files: { roots: FILE_ROOTS.map(name => path.join(dataDir, name)) },
    secrets: { keys: [{ id: 'demo', key: { $file: keyFile } }] },
    embedded: { directory: path.join(dataDir, 'runs') },
    // Apart from the roots: a SQL Gateway runs what lies there.
    flink: { jarDirectories: [path.join(dataDir, 'sql-jars')] },
  };
}

/** Writes a configuration file into the data directory; returns its path. */
export function writeConfig(dataDir, config) {
  const file = path.join(dataDir, 'app-config.json');
  fs.writeFileSync(file, JSON.stringify(config, undefined, 2));
  return file;
}
