import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';

/** Problems as compilers print them: `file:line:column severity message (code)`. @internal */
export function problemLines(
  file: string,
  problems: DocumentProblem[],
): string[] {
  return problems.map(({ line, column, severity, message, code, fix }) => {
    const place = [file, line, line && column].filter(Boolean).join(':');
    const way = fix ? ` ${fix}` : '';
    return `${place} ${severity} ${message}.${way} (${code})`.replace(
      '..',
      '.',
    );
  });
}
