import type { ErrorSchema } from '@rjsf/utils';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';

type Nested = {
  __errors?: string[];
  [part: string]: Nested | string[] | undefined;
};

/** Path below `options` that a problem of a node is about; empty when it is about the node itself. @internal */
export function optionPath(problem: DocumentProblem): string[] {
  const match = /^\/spec\/nodes\/[^/]+\/options\/(.+)/.exec(problem.pointer);
  if (match) {
    return match[1]
      .split('/')
      .map(it => it.replace(/~1/g, '/').replace(/~0/g, '~'));
  }
  // A missing option may have no place of its own; its name is in the message.
  const named =
    problem.code === 'missing-option' &&
    /option "([^"]+)"/.exec(problem.message)?.[1];
  return named ? [named] : [];
}

/** Problems of a node's options in the form that rjsf takes, each at its part of the option. @internal */
export function optionErrors(
  problems: DocumentProblem[],
  say: (problem: DocumentProblem) => string = shortMessage,
): ErrorSchema {
  const errors: Nested = {};
  for (const problem of problems) {
    const path = optionPath(problem);
    if (!path.length || problem.severity !== 'error') continue;
    let at = errors;
    for (const part of path) {
      // An option may be called `constructor`.
      const next = Object.hasOwn(at, part) ? (at[part] as Nested) : {};
      Object.defineProperty(at, part, {
        value: next,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      at = next;
    }
    at.__errors = [...(at.__errors ?? []), say(problem)];
  }
  return errors as ErrorSchema;
}

/** Whether a problem says that none of some exclusive options is given. @internal */
export function isMissingChoice(problem: DocumentProblem): boolean {
  return (
    problem.code === 'missing-option' &&
    /^\/spec\/nodes\/[^/]+\/options$/.test(problem.pointer)
  );
}

/** Everything that is wrong with an option and its parts. @internal */
export function errorsBelow(errors: ErrorSchema | undefined): string[] {
  if (!errors) return [];
  const { __errors: own = [], ...parts } = errors as Nested;
  return [
    ...own,
    ...Object.values(parts).flatMap(it => errorsBelow(it as ErrorSchema)),
  ];
}

/** The message without the names of pipeline and node, which stand above it. @internal */
export function shortMessage({ message, fix }: DocumentProblem): string {
  const sentence = withoutNames(message);
  return fix ? `${sentence} ${fix}` : sentence.replace(/\.$/, '');
}

/** A message as a sentence of its own, without the names of pipeline and node before it. @internal */
export function withoutNames(message: string): string {
  const short = message.replace(/^Pipeline "[^"]*": (node "[^"]*": )?/, '');
  const sentence = short.charAt(0).toLocaleUpperCase() + short.slice(1);
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
