import { LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { limitText } from '../runDirectory/limitText';
import { closeSync, openSync, writeSync } from 'node:fs';

/** Characters of one message: a log is read by people, and a value may be as long as memory. */
const LONGEST = 10_000;

/** The run's log: a JSON object a line, each written whole so that a reader never loses one when the worker dies. @internal */
export class RunLog {
  private readonly file: number;

  constructor(path: string, private readonly scrub: (text: string) => string) {
    this.file = openSync(path, 'a', 0o600);
  }

  info(message: string, node?: string): void {
    this.write('info', message, node);
  }

  warn(message: string, node?: string): void {
    this.write('warn', message, node);
  }

  error(message: string, node?: string): void {
    this.write('error', message, node);
  }

  close(): void {
    closeSync(this.file);
  }

  private write(level: LogLine['level'], message: string, node?: string) {
    const line: LogLine = {
      at: new Date().toISOString(),
      level,
      ...(node !== undefined && { node }),
      message: limitText(this.scrub(message), LONGEST),
    };
    writeSync(this.file, `${JSON.stringify(line)}\n`);
  }
}
