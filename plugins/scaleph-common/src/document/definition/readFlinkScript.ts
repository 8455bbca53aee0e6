import { SqlStatement } from '../../flinkSql/SqlStatement';
import { isSqlTrivia } from '../../flinkSql/SqlToken';
import { splitStatements } from '../../flinkSql/splitStatements';
import { tokenizeSql } from '../../flinkSql/tokenizeSql';
import { readSetting } from './readSetting';

/** Something in a script that a pipeline cannot do. @public */
export interface ScriptProblem {
  severity: 'error' | 'warning';
  code: string;
  /** Where in the script, in UTF-16 units. */
  offset: number;
  message: string;
  fix?: string;
}

/** A script as it is run: first what prepares, then the one job. @public */
export interface FlinkScript {
  /** SET, DDL, USE, modules and jars, in order. */
  setup: SqlStatement[];
  /** INSERT statements, or one whole statement set; together one job. */
  job: SqlStatement[];
  problems: ScriptProblem[];
}

const SETUP = new Set([
  'set',
  'reset',
  'create',
  'alter',
  'drop',
  'use',
  'loadModule',
  'unloadModule',
  'addJar',
]);
const JOB = new Set(['insert', 'statementSet']);

/**
 * Takes the script of a pipeline apart. A pipeline runs as one job, so its INSERT statements come last and run together: as they
 * stand when it is one, or a whole statement set, and else in a statement set.
 * @public
 */
export function readFlinkScript(script: string): FlinkScript {
  const open = tokenizeSql(script, 'flink').find(it => it.unterminated);
  if (open) {
    return { setup: [], job: [], problems: [unterminated(open)] };
  }
  const statements = splitStatements(script, 'flink');
  const problems: ScriptProblem[] = [];
  const setup: SqlStatement[] = [];
  const job: SqlStatement[] = [];
  for (const statement of statements) {
    const { kind, start: offset } = statement;
    if (JOB.has(kind)) {
      job.push(statement);
    } else if (!SETUP.has(kind) || isCreateAsSelect(statement)) {
      problems.push(unsupported(statement));
    } else if (job.length > 0) {
      problems.push({
        severity: 'error',
        code: 'statement-after-insert',
        offset,
        message: `${headOf(statement)} stands behind an INSERT`,
        fix: 'Move it before the first INSERT: all INSERT statements run together, as one job, at the end.',
      });
    } else {
      setup.push(statement);
    }
  }
  problems.push(...jobProblems(job, statements.length));
  return { setup, job, problems };
}

function jobProblems(job: SqlStatement[], count: number): ScriptProblem[] {
  if (job.length === 0) {
    return [
      {
        severity: 'error',
        code: 'no-insert',
        offset: 0,
        message:
          count === 0
            ? 'it holds no statement'
            : 'it holds no INSERT statement',
        fix: 'Add INSERT INTO … SELECT …, or EXECUTE STATEMENT SET BEGIN … END.',
      },
    ];
  }
  if (job.length === 1) return [];
  const set = job.find(({ kind }) => kind === 'statementSet');
  if (set) {
    return [
      {
        severity: 'error',
        code: 'several-jobs',
        offset: job[1].start,
        message:
          'it holds a statement set and further INSERT statements, which would be several jobs',
        fix: 'Put all INSERT statements into one statement set.',
      },
    ];
  }
  return [
    {
      severity: 'warning',
      code: 'statement-set',
      offset: job[1].start,
      message: `it holds ${job.length} INSERT statements, which run together in one statement set`,
      fix: 'Write EXECUTE STATEMENT SET BEGIN … END; around them to say so.',
    },
  ];
}

function unsupported(statement: SqlStatement): ScriptProblem {
  const fix =
    statement.kind === 'create'
      ? 'Create the table first, and fill it with INSERT INTO.'
      : 'A pipeline holds SET, CREATE, ALTER, DROP, USE, LOAD MODULE, ADD JAR, INSERT and statement sets; run others in the SQL console.';
  return {
    severity: 'error',
    code: 'unsupported-statement',
    offset: statement.start,
    message: `${headOf(statement)} cannot be part of a pipeline`,
    fix,
  };
}

function unterminated(token: { start: number; kind: string }): ScriptProblem {
  const isComment = token.kind.toLowerCase().includes('comment');
  return {
    severity: 'error',
    code: 'malformed-sql',
    offset: token.start,
    message: `the ${
      isComment || token.kind === 'hint' ? 'comment' : 'quoted text'
    } that begins here never ends`,
  };
}

/** CREATE TABLE … AS SELECT starts a job of its own. */
function isCreateAsSelect({ kind, text }: SqlStatement): boolean {
  if (kind !== 'create') return false;
  const words = tokenizeSql(text, 'flink')
    .filter(it => !isSqlTrivia(it))
    .map(it => it.text.toUpperCase());
  // The query of a view is no job.
  const what = words.findIndex(it => it === 'TABLE' || it === 'VIEW');
  if (words[what] !== 'TABLE' || words[what - 1] === 'MATERIALIZED') {
    return words[what - 1] === 'MATERIALIZED';
  }
  let depth = 0;
  return words.some((word, index) => {
    if (word === '(') depth += 1;
    else if (word === ')') depth -= 1;
    return (
      depth === 0 &&
      word === 'AS' &&
      ['SELECT', 'WITH', 'VALUES', 'TABLE', '('].includes(words[index + 1])
    );
  });
}

/** The words that a statement begins with, for a person. */
function headOf({ text }: SqlStatement): string {
  const words = tokenizeSql(text, 'flink').filter(it => !isSqlTrivia(it));
  const head = words.slice(0, 2).map(it => it.text);
  return `The statement "${head.join(' ').slice(0, 60)} …"`;
}

/** What its SET statements set, in order. @public */
export function settingsOf(
  script: FlinkScript,
): { key: string; value: string; statement: SqlStatement }[] {
  return script.setup.flatMap(statement => {
    const setting =
      statement.kind === 'set' ? readSetting(statement.text) : undefined;
    return setting ? [{ ...setting, statement }] : [];
  });
}
