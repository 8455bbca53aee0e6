import {
  NodeMetrics,
  RunOutput,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { WorkerStatus } from '../runDirectory/WorkerStatus';

/** How often a change of the counters is written, in milliseconds. */
const INTERVAL = 250;

const END_OF_NODE = {
  FINISHED: 'finished',
  FAILED: 'canceled',
  CANCELED: 'canceled',
} as const;

/** The state of the run and of its nodes as it goes; written to the run's directory. @internal */
export class StatusReport {
  private readonly nodes = new Map<string, NodeMetrics>();
  private readonly outputs: RunOutput[] = [];
  private readonly startedAt = new Date().toISOString();
  private state: RunState = 'INITIALIZING';
  private written = '';
  private timer?: NodeJS.Timeout;
  /** Writes follow one another, so that an old one never replaces a newer one. */
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly directory: RunDirectory, nodes: string[]) {
    for (const node of nodes) {
      this.nodes.set(node, { node, state: 'waiting', rowsIn: 0, rowsOut: 0 });
    }
  }

  async start(): Promise<void> {
    await this.write(false);
    this.timer = setInterval(() => void this.write(false), INTERVAL);
  }

  async setState(state: RunState): Promise<void> {
    this.state = state;
    await this.write(false);
  }

  /** Changes the metrics of a node; a node that starts or ends gets its time. */
  node(id: string, change: Partial<NodeMetrics>): void {
    const metrics = this.nodes.get(id)!;
    const now = new Date().toISOString();
    if (change.state === 'running' && !metrics.startedAt) {
      metrics.startedAt = now;
    }
    const ended =
      change.state && !['waiting', 'running'].includes(change.state);
    if (ended && !metrics.endedAt) metrics.endedAt = now;
    Object.assign(metrics, change);
  }

  metrics(id: string): NodeMetrics {
    return this.nodes.get(id)!;
  }

  /** Writes what has changed now; for what may block the process afterwards. */
  publish(): Promise<void> {
    return this.write(false);
  }

  output(output: RunOutput): void {
    this.outputs.push(output);
  }

  /** Writes the end of the run; whatever happens to the machine afterwards, it is seen. */
  async end(
    state: 'FINISHED' | 'FAILED' | 'CANCELED',
    reason?: string,
  ): Promise<void> {
    clearInterval(this.timer);
    this.state = state;
    for (const [id, { state: nodeState }] of this.nodes) {
      if (nodeState === 'running' || nodeState === 'waiting') {
        this.node(id, { state: END_OF_NODE[state] });
      }
    }
    if (state !== 'FINISHED') this.outputs.length = 0;
    await this.write(true, { reason, endedAt: new Date().toISOString() });
  }

  private write(
    durable: boolean,
    end?: Pick<WorkerStatus, 'reason' | 'endedAt'>,
  ): Promise<void> {
    const status: WorkerStatus = {
      state: this.state,
      nodes: [...this.nodes.values()],
      outputs: this.outputs,
      startedAt: this.startedAt,
      ...end,
    };
    const text = JSON.stringify(status);
    if (text === this.written) return this.writing;
    this.written = text;
    const copy = JSON.parse(text) as WorkerStatus;
    this.writing = this.writing.then(() =>
      this.directory.writeStatus(copy, durable),
    );
    return this.writing;
  }
}
