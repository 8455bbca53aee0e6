import { parseArgs } from 'node:util';
import { UsageError } from './usage';

/** What the command line says. @internal */
export interface Arguments {
  command?: string;
  /** Of `connectors` the name of one. */
  file?: string;
  json: boolean;
  help: boolean;
  version: boolean;
  dataSources?: string;
  roots: string[];
  parameters: Record<string, string>;
  release?: string;
  memory?: string;
  threads?: number;
}

/** Throws UsageError. @internal */
export function parseArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args);
  const [command, file, ...rest] = positionals;
  if (rest.length > 0) {
    const thing = command === 'connectors' ? 'connector' : 'file';
    throw new UsageError(`one ${thing} at a time: ${rest[0]}`);
  }
  if (values.set && command !== 'run') {
    throw new UsageError('--set belongs to run');
  }
  if (values.release !== undefined && command !== 'connectors') {
    throw new UsageError('--release belongs to connectors');
  }
  return {
    command,
    file,
    json: values.json ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
    dataSources: values['data-sources'],
    roots: values.root ?? [],
    parameters: Object.fromEntries((values.set ?? []).map(parseParameter)),
    release: values.release,
    memory: values.memory,
    threads: parseThreads(values.threads),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        'data-sources': { type: 'string' },
        root: { type: 'string', multiple: true },
        set: { type: 'string', multiple: true },
        release: { type: 'string' },
        memory: { type: 'string' },
        threads: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function parseParameter(text: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError(`--set ${text}: write NAME=VALUE`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function parseThreads(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1) return threads;
  throw new UsageError(`--threads ${text}: write a whole number of at least 1`);
}
