import { PlanStep } from '../plan/EmbeddedPlan';
import { StopRequest } from './StopSignal';

/** What went wrong in one node; the message names it. @internal */
export class NodeError extends Error {
  constructor(readonly node: string, readonly problem: string) {
    super(`Node "${node}": ${problem}`);
    this.name = 'NodeError';
  }

  /**
   * Runs what a node does. Errors come out as NodeError, with the node that `findOrigin` tells from the message or this one; a
   * StopRequest comes out as it is.
   */
  static async of<T>(
    step: PlanStep,
    work: () => Promise<T>,
    findOrigin?: (message: string) => PlanStep | undefined,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StopRequest || error instanceof NodeError) {
        throw error;
      }
      const { message } = error as Error;
      const origin = findOrigin?.(message) ?? step;
      throw new NodeError(origin.node, tidy(message));
    }
  }
}

/** DuckDB's messages name our own settings in their advice, which a user cannot follow; ours names the option that helps. */
function tidy(message: string): string {
  const text = message
    .replace(/\n\nLINE \d+:[\s\S]*$/, '')
    .replace(/\n*Possible (fixes|solutions):[\s\S]*$/, '')
    .trim();
  const isType = /Could not convert string .* in column/.test(text);
  return isType
    ? `${text}\nThe type was found out from the first rows: give the columns with their types in option schema`
    : text;
}
