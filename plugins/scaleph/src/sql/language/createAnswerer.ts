import { CachedChecks } from './CachedChecks';
import { Grammar } from './grammar';
import type { SqlAnswer, SqlRequest } from './messages';

/** What the worker does; also on the page, where there are no workers. */
export function createAnswerer(): (request: SqlRequest) => SqlAnswer {
  const grammar = new Grammar();
  const checks = new CachedChecks(statement => grammar.check(statement));
  return request => answer(grammar, checks, request);
}

function answer(
  grammar: Grammar,
  checks: CachedChecks,
  request: SqlRequest,
): SqlAnswer {
  const { id } = request;
  try {
    if (request.type === 'check') {
      const problems = request.statements.map(it => checks.check(it));
      return { id, type: 'check', problems };
    }
    const { statement, offset } = request;
    return {
      id,
      type: 'expected',
      expected: grammar.expectedAt(statement, offset),
    };
  } catch (error) {
    return { id, type: 'error', message: String(error) };
  }
}
