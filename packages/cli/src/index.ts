/** Runs the command line of `scaleph` and resolves to its exit code. */
export async function main(_args: string[]): Promise<number> {
  process.stderr.write('scaleph: no command is available yet\n');
  return 2;
}
