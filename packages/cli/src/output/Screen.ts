import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { count } from './reportLines';

/** Lines of the log, and below them one line of progress, on a terminal. @internal */
export class Screen {
  private readonly isTerminal: boolean;

  constructor(private readonly quiet: boolean) {
    this.isTerminal = process.stderr.isTTY && !quiet;
  }

  log({
    node,
    level,
    message,
  }: {
    node?: string;
    level: string;
    message: string;
  }) {
    if (this.quiet || level === 'error') return; // errors are the run's reason
    this.clear();
    const line = node ? `${node}: ${message}` : message;
    process.stderr.write(`${level === 'info' ? '' : `${level} `}${line}\n`);
  }

  progress(observation: Observation): void {
    if (!this.isTerminal || observation.kind !== 'known') return;
    const parts = observation.nodes
      .filter(({ state }) => state === 'running')
      .map(({ node, rowsOut }) => `${node} ${count(rowsOut)}`);
    this.clear();
    process.stderr.write(
      `${observation.state.toLowerCase()}  ${parts.join('  ')}`,
    );
  }

  clear(): void {
    if (this.isTerminal) process.stderr.write('\r\x1b[K');
  }
}
