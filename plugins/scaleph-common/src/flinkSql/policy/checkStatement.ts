import { splitStatements } from '../splitStatements';
import { statementKind } from '../statementKind';
import { SqlToken } from '../SqlToken';
import { tokenizeSql } from '../tokenizeSql';
import { allowedPlaces, isAllowedPath } from './allowedPaths';
import { optionProblem } from './checkOption';
import { settingProblem } from './checkSetting';
import { FlinkSqlPolicy, SqlPolicyProblem } from './FlinkSqlPolicy';
import {
  isPlainString,
  isWord,
  meaningfulTokens,
  stringValue,
  tokensOfHint,
} from './readTokens';

type Report = (message: string, at: SqlToken) => void;

/** Kinds that hold options or name files, so that every literal in them must be plain. */
const PLAIN_LITERALS = new Set([
  'create',
  'alter',
  'loadModule',
  'set',
  'reset',
  'addJar',
  'removeJar',
  'compilePlan',
  'executePlan',
  'stopJob',
  'call',
]);
/** Words of statements with options, wherever they stand. */
const WITH_OPTIONS = ['CREATE', 'ALTER', 'REPLACE'];
/** What a function or a session may be made from. */
const RESOURCES = ['JAR', 'ARTIFACT', 'FILE', 'ARCHIVE'];

/**
 * What speaks against running one Flink SQL statement under a policy; nothing
 * when it may run. Reads what Flink would read: comments, quoting and case make
 * no difference, and what cannot be read for certain is refused. Send
 * `blankSqlComments(statement)` to the server.
 *
 * @public
 */
export function checkFlinkStatement(
  statement: string,
  policy: FlinkSqlPolicy,
): SqlPolicyProblem[] {
  const problems: SqlPolicyProblem[] = [];
  const report: Report = (message, { start, end }) =>
    problems.push({ message, start, end });
  const open = tokenizeSql(statement, 'flink').find(it => it.unterminated);
  if (open)
    report(`What begins with ${open.text.slice(0, 20)} is not closed`, open);
  const tokens = meaningfulTokens(statement);
  if (tokens.length === 0) return problems;

  const [, second] = splitStatements(statement, 'flink');
  if (second) {
    const { start, end } = second;
    problems.push({ message: 'Only one statement at a time', start, end });
  }
  const kind = statementKind(statement, 'flink');
  if (kind === 'unknown' || kind === 'transaction') {
    report(
      `Statements that begin with "${tokens[0].text}" are not known here, so that they are not run`,
      tokens[0],
    );
  }
  if (kind === 'set' || kind === 'reset') checkSet(tokens, policy, report);
  if (kind === 'stopJob') checkStopJob(tokens, policy, report);
  checkCode(tokens, policy, report);
  const hasOptions = tokens.some(it =>
    WITH_OPTIONS.some(word => isWord(it, word)),
  );
  if (hasOptions || PLAIN_LITERALS.has(kind)) checkPlain(tokens, report);
  if (kind !== 'set') checkOptions(tokens, policy, report);
  if (kind === 'call') checkArguments(tokens, policy, report);
  for (const hint of tokens.filter(it => it.kind === 'hint')) {
    checkHint(hint, policy, report);
  }
  return problems;
}

/** The same for each statement of a script; offsets of the script. @public */
export function checkFlinkScript(
  script: string,
  policy: FlinkSqlPolicy,
): SqlPolicyProblem[] {
  return splitStatements(script, 'flink').flatMap(({ text, start }) =>
    checkFlinkStatement(text, policy).map(problem => ({
      ...problem,
      start: problem.start + start,
      end: problem.end + start,
    })),
  );
}

/** Why a session on a target may not have this setting; undefined when it may. @public */
export function checkFlinkSetting(
  key: string,
  value: string,
  policy: FlinkSqlPolicy,
): string | undefined {
  return settingProblem(key, value, policy);
}

/** Exactly `SET`, `SET 'key' = 'value'`, `RESET`, `RESET 'key'`: Flink reads other forms by other rules. */
function checkSet(tokens: SqlToken[], policy: FlinkSqlPolicy, report: Report) {
  const [set, key, equals, value, ...rest] = tokens;
  if (!key) return;
  const isReset = isWord(set, 'RESET');
  if (isReset && isPlainString(key) && !equals) return;
  if (
    isReset ||
    !isPlainString(key) ||
    equals?.text !== '=' ||
    !isPlainString(value) ||
    rest.length
  ) {
    report(
      isReset
        ? "Write RESET 'key'"
        : "Write SET 'key' = 'value', both in quotes",
      set,
    );
    return;
  }
  const problem = settingProblem(stringValue(key), stringValue(value), policy);
  if (problem) report(problem, key);
}

function checkStopJob(
  tokens: SqlToken[],
  { ownJobs }: FlinkSqlPolicy,
  report: Report,
) {
  const job = tokens[2];
  if (ownJobs === undefined) return;
  if (isPlainString(job) && ownJobs.includes(stringValue(job))) return;
  report(
    'STOP JOB takes the id of a job that you started with SQL; others are stopped on the page of their run or cluster',
    job ?? tokens[0],
  );
}

/** Jars, plans, languages and modules. */
function checkCode(tokens: SqlToken[], policy: FlinkSqlPolicy, report: Report) {
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const isResource = RESOURCES.some(word => isWord(token, word));
    if (isResource && isPlainString(next)) {
      if (!isWord(tokens[at - 1], 'REMOVE')) {
        checkFile('Jar', next, policy.allowJars, policy, report);
      }
    } else if (isWord(token, 'PLAN') && isPlainString(next)) {
      checkFile('Plan', next, true, policy, report);
    } else if (
      isWord(token, 'LANGUAGE') &&
      isWord(next, 'PYTHON') &&
      !policy.allowJars
    ) {
      report('Functions in Python are not allowed on this target', token);
    } else if (isWord(token, 'MODULE') && isWord(tokens[at - 1], 'LOAD')) {
      const isCore = next && /^`?core`?$/i.test(next.text);
      if (isCore || policy.allowJars) return;
      report('Only the module core may be loaded on this target', token);
    }
  });
}

function checkFile(
  what: 'Jar' | 'Plan',
  token: SqlToken,
  allowed: boolean,
  { allowedPaths }: FlinkSqlPolicy,
  report: Report,
) {
  const place = stringValue(token);
  if (allowed && isAllowedPath(place, allowedPaths)) return;
  report(
    allowed
      ? `${what} "${place}" is outside of the paths that SQL may reach on this target (${allowedPlaces(
          allowedPaths,
        )})`
      : `${what} "${place}": this target does not allow jars in SQL (sql.allowJars)`,
    token,
  );
}

/** Flink puts neighbouring literals together and decodes prefixed ones: neither is needed here. */
function checkPlain(tokens: SqlToken[], report: Report) {
  tokens.forEach((token, at) => {
    if (token.kind !== 'string') return;
    if (!isPlainString(token)) {
      report("Write this literal as '…', without a prefix", token);
    } else if (tokens[at + 1]?.kind === 'string') {
      report('Two literals in a row: write them as one', tokens[at + 1]);
    }
  });
}

function checkOptions(
  tokens: SqlToken[],
  policy: FlinkSqlPolicy,
  report: Report,
) {
  tokens.forEach((key, at) => {
    const value = tokens[at + 2];
    if (!isPlainString(key) || tokens[at + 1]?.text !== '=') return;
    if (!isPlainString(value)) return;
    const problem = optionProblem(stringValue(key), stringValue(value), policy);
    if (problem) report(problem, value);
  });
}

/** Procedures of catalogs take places as arguments. */
function checkArguments(
  tokens: SqlToken[],
  policy: FlinkSqlPolicy,
  report: Report,
) {
  for (const token of tokens.filter(it => it.kind === 'string')) {
    const problem = isPlainString(token)
      ? optionProblem('argument', stringValue(token), policy)
      : "Write this literal as '…', without a prefix";
    if (problem) report(problem, token);
  }
}

function checkHint(hint: SqlToken, policy: FlinkSqlPolicy, report: Report) {
  const tokens = tokensOfHint(hint);
  if (!tokens) {
    report('A hint may not hold a comment', hint);
    return;
  }
  checkPlain(tokens, report);
  tokens.forEach((equals, at) => {
    const [key, value] = [tokens[at - 1], tokens[at + 1]];
    if (equals.text !== '=' || !key || !isPlainString(value)) return;
    const name = key.text.replace(/^[`"']|[`"']$/g, '');
    const problem = optionProblem(name, stringValue(value), policy);
    if (problem) report(problem, value);
  });
}
