import { rm } from 'node:fs/promises';
import { problemLines } from '../output/printProblems';
import { Arguments } from '../parseArguments';
import { createEngine } from '../pipeline/createEngine';
import { hasErrors, loadPipeline } from '../pipeline/loadPipeline';

/** `scaleph check FILE`. @internal */
export async function checkCommand(
  given: Arguments & { file: string },
): Promise<number> {
  const { file } = given;
  const { engine, directory } = await createEngine(file, given);
  try {
    const { problems } = await loadPipeline(
      file,
      engine,
      given.dataSources ? { dataSources: given.dataSources } : {},
    );
    const valid = !hasErrors(problems);
    if (given.json) {
      process.stdout.write(`${JSON.stringify({ valid, problems }, null, 2)}\n`);
      return valid ? 0 : 1;
    }
    for (const line of problemLines(file, problems)) {
      process.stdout.write(`${line}\n`);
    }
    if (valid) process.stdout.write(`${file}: valid\n`);
    return valid ? 0 : 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
