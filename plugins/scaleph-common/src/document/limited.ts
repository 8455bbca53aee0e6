import { DocumentProblem } from '../types';

/** The first `limit` problems, and one that says how many more there are. @internal */
export function limited(
  problems: DocumentProblem[],
  limit: number,
): DocumentProblem[] {
  if (problems.length <= limit) return problems;
  return [...problems.slice(0, limit), moreProblems(problems.length - limit)];
}

/** Says that there are more problems than are shown. @internal */
export function moreProblems(count: number): DocumentProblem {
  return {
    severity: 'error',
    code: 'too-many-problems',
    pointer: '',
    message: `${count} more problems are not shown`,
  };
}
