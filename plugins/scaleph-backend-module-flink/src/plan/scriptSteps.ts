import { InputError } from '@backstage/errors';
import { readFlinkScript } from '@scaleph/backstage-plugin-scaleph-common';

/** One statement to run, and the line of the script that it begins on. @internal */
export interface ScriptStep {
  text: string;
  line: number;
  /** Characters before its first one on that line. */
  column: number;
}

/** @internal */
export interface ScriptSteps {
  setup: ScriptStep[];
  /** The one statement that starts the job. */
  job: ScriptStep;
}

/** The statements of a script as they are sent; several INSERTs as one statement set. Throws InputError for a script that is not right. @internal */
export function scriptSteps(script: string): ScriptSteps {
  const { setup, job, problems } = readFlinkScript(script);
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong) throw new InputError(`The script: ${wrong.message}`);
  const toStep = ({ text, start }: { text: string; start: number }) => {
    const before = script.slice(0, start).split('\n');
    return { text, line: before.length, column: before.at(-1)!.length };
  };
  const [first] = job.map(toStep);
  if (job.length === 1) return { setup: setup.map(toStep), job: first };
  const inserts = job.map(({ text }) => `  ${text};`).join('\n');
  const text = `EXECUTE STATEMENT SET BEGIN\n${inserts}\nEND`;
  // The first INSERT stands on the second line of the set.
  return {
    setup: setup.map(toStep),
    job: { text, line: first.line - 1, column: 0 },
  };
}
