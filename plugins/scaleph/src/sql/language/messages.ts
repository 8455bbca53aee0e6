import type { Expected, GrammarProblem } from './SqlLanguage';

/** What the page asks its worker. */
export type SqlRequest = { id: number } & (
  | { type: 'check'; statements: string[] }
  | { type: 'expected'; statement: string; offset: number }
);

/** What the worker answers; `error` when the grammar itself failed. */
export type SqlAnswer = { id: number } & (
  | { type: 'check'; problems: (GrammarProblem | undefined)[] }
  | { type: 'expected'; expected?: Expected }
  | { type: 'error'; message: string }
);
