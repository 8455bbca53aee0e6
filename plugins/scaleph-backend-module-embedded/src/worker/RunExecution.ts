import { rm } from 'node:fs/promises';
import { EmbeddedPlan, PlanStep } from '../plan/EmbeddedPlan';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { WorkerLimits } from '../runDirectory/WorkerStatus';
import { countRows } from './countRows';
import { Databases } from './databases/Databases';
import { DuckDb } from './duckdb/DuckDb';
import { guardQueries } from './guardQueries';
import { NodeError } from './NodeError';
import { prepareResults } from './prepareResults';
import { Queries } from './Queries';
import { RunScope } from './RunScope';
import { ConsoleSink } from './sinks/ConsoleSink';
import { FileSink } from './sinks/FileSink';
import { Sink } from './sinks/Sink';
import { TableSink } from './sinks/TableSink';

/**
 * Runs a plan from its first node to the commit of its last sink.
 *
 * All sinks write all their rows before any of them commits. Then databases commit, one after the other, and files are renamed
 * last, since a commit may still be refused and a rename in one directory is not. So an error or a stop before the first commit
 * leaves everything as it was; when a later commit fails, the reason says which sinks were committed before.
 * @internal
 */
export class RunExecution {
  private readonly databases: Databases;
  private sinks: Sink[] = [];
  private duckDb?: DuckDb;
  /** From here on a stop comes too late. */
  private committing = false;

  constructor(
    private readonly plan: EmbeddedPlan,
    private readonly limits: WorkerLimits,
    private readonly directory: RunDirectory,
    private readonly scope: RunScope,
  ) {
    this.databases = new Databases(scope);
  }

  /**
   * Throws NodeError, or the StopRequest.
   * @param onCommit - called when it is too late for a stop
   */
  async run(onCommit: () => void): Promise<void> {
    try {
      await this.work(onCommit);
    } catch (error) {
      if (!this.committing) await this.rollBack();
      throw error;
    } finally {
      this.duckDb?.close();
      await this.databases.close();
      await this.scope.stop.settled();
      await rm(this.scope.temporary, { recursive: true, force: true });
    }
  }

  private async work(onCommit: () => void): Promise<void> {
    const { status, stop } = this.scope;
    const { steps } = this.plan;
    const files = await this.findFiles(steps);
    this.duckDb = await DuckDb.create({
      limits: this.limits,
      temporary: this.scope.temporary,
      files: [
        ...[...files.values()].flat(),
        ...this.sinks.flatMap(sink => sink.files),
      ],
      stop,
    });
    const queries = new Queries(this.duckDb, steps, status);
    for (const [node, paths] of files) queries.files.set(node, paths);
    await guardQueries(steps, this.duckDb.connection);
    await status.setState('RUNNING');
    await prepareResults(steps, queries, this.databases, this.scope);
    await this.writeAll(queries);
    this.showCounts(queries.rowsOut);
    stop.check();
    onCommit();
    this.committing = true;
    await this.commitAll();
  }

  /** Files of the sources by node; makes the sinks, and notes what is to be removed when this process dies. */
  private async findFiles(steps: PlanStep[]): Promise<Map<string, string[]>> {
    const files = new Map<string, string[]>();
    for (const step of steps) {
      await NodeError.of(step, async () => {
        if (step.type === 'scan-files') {
          files.set(step.node, await this.scope.files.sources(step));
        }
        const sink = await this.createSink(step);
        if (!sink) return;
        const taken = this.sinks.find(s =>
          s.files.some(f => sink.files.includes(f)),
        );
        if (taken) {
          throw new Error(`node "${taken.node}" writes the same file`);
        }
        this.sinks.push(sink);
      });
    }
    await this.directory.writeLeftovers(this.sinks.flatMap(s => s.files));
    return files;
  }

  private async createSink(step: PlanStep): Promise<Sink | undefined> {
    switch (step.type) {
      case 'write-file':
        return FileSink.create(step, this.scope);
      case 'write-table':
        return new TableSink(step, this.scope, this.databases);
      case 'print':
        return new ConsoleSink(step, this.scope);
      default:
        return undefined;
    }
  }

  private async writeAll(queries: Queries): Promise<void> {
    const { status, log } = this.scope;
    for (const sink of this.sinks) {
      const { node } = sink;
      const step = this.plan.steps.find(s => s.node === node)!;
      status.node(node, { state: 'running' });
      await status.publish();
      await NodeError.of(
        step,
        async () => {
          const rows = await sink.write(queries);
          queries.rowsOut.set(node, rows);
          status.node(node, { rowsIn: rows, rowsOut: rows });
          log.info(`Wrote ${rows} rows`, node);
        },
        message => this.sourceOf(message, queries),
      );
    }
  }

  /** The source whose file an error is about, which a sink's statement came upon. */
  private sourceOf(message: string, { files }: Queries): PlanStep | undefined {
    const node = [...files].find(([, paths]) =>
      paths.some(path => message.includes(path)),
    )?.[0];
    return this.plan.steps.find(step => step.node === node);
  }

  private showCounts(counted: Map<string, number>): void {
    const { status } = this.scope;
    for (const [node, rows] of countRows(this.plan.steps, counted)) {
      status.node(node, { ...rows, state: 'finished' });
    }
  }

  private async commitAll(): Promise<void> {
    const { status, log } = this.scope;
    const order = [...this.sinks].sort(
      (a, b) => a.files.length - b.files.length,
    );
    const committed: string[] = [];
    for (const [index, sink] of order.entries()) {
      const step = this.plan.steps.find(s => s.node === sink.node)!;
      try {
        const output = await NodeError.of(step, () => sink.commit());
        status.output(output);
        committed.push(sink.node);
      } catch (error) {
        for (const rest of order.slice(index)) await rest.rollBack();
        if (committed.length > 0) {
          log.warn(`Committed before the error: ${committed.join(', ')}`);
          (error as Error).message += ` (committed before: ${committed.join(
            ', ',
          )})`;
        }
        throw error;
      }
    }
  }

  private async rollBack(): Promise<void> {
    for (const sink of this.sinks) {
      // What went wrong is told by the error that led here.
      await sink
        .rollBack()
        .catch(error =>
          this.scope.log.warn(`Could not undo: ${error.message}`, sink.node),
        );
    }
  }
}
