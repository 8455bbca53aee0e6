import { RunOutput } from '@scaleph/backstage-plugin-scaleph-common';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { WriteFileStep } from '../../plan/EmbeddedPlan';
import { copySql } from '../../plan/planText';
import { Queries } from '../Queries';
import { RunScope } from '../RunScope';
import { Sink } from './Sink';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes a file beside its place under a hidden name, and renames it when the run commits: readers see the old file or the new
 * one whole.
 * @internal
 */
export class FileSink implements Sink {
  readonly node: string;

  private constructor(
    private readonly step: WriteFileStep,
    private readonly scope: RunScope,
    private readonly target: string,
    private readonly temporary: string,
  ) {
    this.node = step.node;
  }

  static async create(step: WriteFileStep, scope: RunScope): Promise<FileSink> {
    const target = await findTarget(step, scope);
    const hidden = `.${basename(target)}.scaleph-${scope.runId}`;
    return new FileSink(step, scope, target, join(dirname(target), hidden));
  }

  get files(): string[] {
    return [this.temporary];
  }

  async write(queries: Queries): Promise<number> {
    await mkdir(dirname(this.target), { recursive: true });
    const live = setInterval(() => void this.look(), 250);
    try {
      const casts = await this.exactTypes(queries);
      return await queries.run(
        this.step,
        copySql(this.step, this.temporary, casts),
      );
    } finally {
      clearInterval(live);
    }
  }

  /**
   * Parquet has no 128-bit integer, which is what the sum of a BIGINT is: DuckDB would write the nearest DOUBLE. A decimal of 38
   * digits holds it exactly, or fails the run.
   */
  private async exactTypes(queries: Queries): Promise<Record<string, string>> {
    if (this.step.format !== 'parquet') return {};
    const columns = await queries.describe(this.step);
    return Object.fromEntries(
      columns
        .filter(({ type }) => type === 'HUGEINT' || type === 'UHUGEINT')
        .map(({ name }) => [name, 'DECIMAL(38,0)']),
    );
  }

  /** Shows how much is written. It is not flushed meanwhile: that holds up the writing by more than it saves at the end. */
  private async look(): Promise<void> {
    const stats = await stat(this.temporary).catch(() => undefined); // not there yet
    if (stats) this.scope.status.node(this.node, { bytesOut: stats.size });
  }

  async commit(): Promise<RunOutput> {
    await flush(this.temporary);
    const { size } = await stat(this.temporary);
    if (this.step.existing === 'refuse')
      await refuseExisting(this.step, this.target);
    await rename(this.temporary, this.target);
    if (this.step.existing === 'replace') await this.removeEarlierParts();
    this.scope.status.node(this.node, { bytesOut: size });
    return {
      node: this.node,
      kind: 'file',
      location: this.target,
      rows: this.scope.status.metrics(this.node).rowsOut,
      bytes: size,
    };
  }

  async rollBack(): Promise<void> {
    await rm(this.temporary, { force: true });
  }

  /** Files that earlier runs of this sink added to the directory. */
  private async removeEarlierParts(): Promise<void> {
    if (this.step.fileName === undefined) return;
    const { dir, name, ext } = parse(this.target);
    for (const entry of await readdir(dir)) {
      const isPart =
        entry.startsWith(`${name}-`) &&
        entry.endsWith(ext) &&
        UUID.test(entry.slice(name.length + 1, -ext.length));
      if (isPart) await rm(join(dir, entry));
    }
  }
}

async function findTarget(
  step: WriteFileStep,
  scope: RunScope,
): Promise<string> {
  const { fileName } = step;
  let name = fileName;
  if (fileName !== undefined && step.existing === 'add') {
    const { name: stem, ext } = parse(fileName);
    name = `${stem}-${scope.runId}${ext}`;
  }
  const path = name === undefined ? step.path : join(step.path, name);
  const target = await scope.files.target({ ...step, path });
  const stats = await stat(target).catch(() => undefined);
  if (stats?.isDirectory()) {
    throw new Error(`"${path}" is a directory, and the output is a file`);
  }
  if (step.existing === 'refuse') await refuseExisting(step, target);
  return target;
}

async function refuseExisting(step: WriteFileStep, target: string) {
  const place = step.fileName === undefined ? target : dirname(target);
  const exists =
    step.fileName === undefined
      ? await stat(place).then(
          () => true,
          () => false,
        )
      : await readdir(place).then(
          names => names.some(name => !name.startsWith('.')),
          () => false,
        );
  if (exists) {
    throw new Error(
      `"${step.path}" holds data already, and data_save_mode is ERROR_WHEN_DATA_EXISTS`,
    );
  }
}

/** Makes the content durable before its name is seen. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}
