import {
  defaultEmbeddedSettings,
  EmbeddedEngine,
  parseBytes,
} from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** @internal */
export interface CliEngine {
  engine: EmbeddedEngine;
  /** Holds everything of its runs; to be removed when they have ended. */
  directory: string;
}

/**
 * The embedded engine for one pipeline file: paths without a data source start at the file's directory. A worker whose command line
 * was killed ends by itself within seconds.
 * @internal
 */
export async function createEngine(
  file: string,
  options: { roots: string[]; memory?: string; threads?: number },
): Promise<CliEngine> {
  const baseDirectory = await realpath(dirname(resolve(file)));
  const directory = await mkdtemp(join(tmpdir(), 'scaleph-run-'));
  const defaults = defaultEmbeddedSettings();
  // Beside this code when it is bundled, which it is in every installation.
  // eslint-disable-next-line no-restricted-syntax
  const worker = join(__dirname, 'worker.cjs.js');
  const engine = new EmbeddedEngine({
    settings: {
      ...defaults,
      directory,
      baseDirectory,
      roots: [baseDirectory, process.cwd(), ...options.roots],
      orphanTimeout: 10_000,
      maxConcurrentRuns: 1,
      memoryLimit: options.memory
        ? parseBytes(options.memory, '--memory')
        : defaults.memoryLimit,
      threads: options.threads ?? defaults.threads,
    },
    ...(existsSync(worker) && { worker: [worker] }),
  });
  return { engine, directory };
}
