import { NodeKinds } from './RunRecord';
import { RunStore } from './RunStore';

/**
 * Which nodes of a run are its sources and sinks. A run's document never
 * changes, so it is read once and not every second.
 *
 * @internal
 */
export class RunNodeKinds {
  private readonly known = new Map<string, NodeKinds>();

  constructor(private readonly store: Pick<RunStore, 'getSubmission'>) {}

  async of(runId: string): Promise<NodeKinds> {
    const known = this.known.get(runId);
    if (known) return known;
    const { document } = await this.store.getSubmission(runId);
    const kinds = Object.fromEntries(
      document.spec.nodes.map(node => [node.id, node.kind]),
    );
    this.known.set(runId, kinds);
    return kinds;
  }

  forget(runId: string): void {
    this.known.delete(runId);
  }
}
