import { checkCommand } from './commands/checkCommand';
import { connectorsCommand } from './commands/connectorsCommand';
import { runCommand } from './commands/runCommand';
import { Arguments, parseArguments } from './parseArguments';
import { USAGE, UsageError } from './usage';

declare const SCALEPH_VERSION: string | undefined;

/** Runs the command line of `scaleph` and resolves to its exit code. @public */
export async function main(args: string[]): Promise<number> {
  try {
    return await dispatch(parseArguments(args));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`scaleph: ${error.message}\n\n${USAGE}`);
    return 1;
  }
}

async function dispatch(given: Arguments): Promise<number> {
  if (given.version) {
    const version =
      typeof SCALEPH_VERSION === 'string' ? SCALEPH_VERSION : 'development';
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (given.help || given.command === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (given.command === 'connectors') return connectorsCommand(given);
  const commands = { check: checkCommand, run: runCommand };
  const { command } = given;
  if (command !== 'check' && command !== 'run') {
    throw new UsageError(
      command ? `unknown command "${command}"` : 'give a command',
    );
  }
  if (given.file === undefined) {
    throw new UsageError(`${command}: give a pipeline file`);
  }
  return commands[command]({ ...given, file: given.file });
}
