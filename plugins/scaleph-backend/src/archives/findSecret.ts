import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';

/** What a document has that may neither leave nor come in by an archive; undefined when there is nothing. @internal */
export function findSecret(
  problems: DocumentProblem[],
): DocumentProblem | undefined {
  return problems.find(({ code }) => code === 'secret-in-document');
}
