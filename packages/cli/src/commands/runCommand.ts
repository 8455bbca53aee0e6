import { rm } from 'node:fs/promises';
import { problemLines } from '../output/printProblems';
import { reportLines } from '../output/reportLines';
import { endedReport, refusedReport, RunReport } from '../output/RunReport';
import { Arguments } from '../parseArguments';
import { createEngine } from '../pipeline/createEngine';
import { loadPipeline } from '../pipeline/loadPipeline';
import { superviseRun } from '../pipeline/superviseRun';

/** `scaleph run FILE`. @internal */
export async function runCommand(
  given: Arguments & { file: string },
): Promise<number> {
  const { engine, directory } = await createEngine(given.file, given);
  try {
    const report = await run(given, engine);
    if (given.json) {
      process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    } else {
      for (const line of problemLines(given.file, report.problems)) {
        process.stderr.write(`${line}\n`);
      }
      const lines = report.nodes.length > 0 ? reportLines(report) : [];
      for (const line of lines) process.stdout.write(`${line}\n`);
    }
    return report.state === 'FINISHED' ? 0 : 1;
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function run(
  given: Arguments & { file: string },
  engine: Awaited<ReturnType<typeof createEngine>>['engine'],
): Promise<RunReport> {
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  const { document, plan, connections, problems } = await loadPipeline(
    given.file,
    engine,
    { dataSources: given.dataSources, parameters: given.parameters },
  );
  if (!document || !plan) return refusedReport(document, problems, elapsed());
  const end = await superviseRun(engine, plan, connections, {
    quiet: given.json,
  });
  return endedReport(document, end, problems, elapsed());
}
