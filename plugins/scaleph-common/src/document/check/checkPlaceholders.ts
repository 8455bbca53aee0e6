import {
  PlaceholderProblem,
  replacePlaceholders,
} from '../../placeholders/applyPlaceholders';
import { DocumentProblem, PipelineDocument } from '../../types';
import { DefinitionText, definitionTexts } from '../definitionTexts';
import { positionAt } from '../positionAt';
import { suggestion } from '../words';

/** A problem with a placeholder of a text of the document, with its place in that text. @internal */
export function placeholderProblem(
  document: PipelineDocument,
  { text, syntax, pointer, label }: DefinitionText,
  { code, placeholder, message, fix }: PlaceholderProblem,
): DocumentProblem {
  return {
    severity: 'error',
    code,
    pointer,
    message: `Pipeline "${document.metadata.name}": ${label}: ${message}`,
    ...(fix && { fix }),
    ...(syntax !== 'text' && positionAt(text, placeholder.start)),
  };
}

/**
 * Placeholders in the script, the definition or the arguments of a document
 * that name what is not declared or, with `hasDataSource`, does not exist.
 * @internal
 */
export function checkPlaceholders(
  document: PipelineDocument,
  hasDataSource: (name: string) => boolean = () => true,
): DocumentProblem[] {
  const declared = Object.keys(document.spec.parameters ?? {});
  return definitionTexts(document).flatMap(definition => {
    const { problems } = replacePlaceholders(
      definition.text,
      definition.syntax,
      ref => {
        if (ref.kind === 'parameter' && !declared.includes(ref.name)) {
          return {
            code: 'undeclared-parameter',
            message: `it refers to parameter "${ref.name}", which spec.parameters does not declare`,
            fix:
              suggestion(ref.name, declared) ??
              `Declare it, or write $\${${ref.name}} when the text itself is meant.`,
          };
        }
        if (ref.kind === 'data-source' && !hasDataSource(ref.dataSource)) {
          return {
            code: 'unknown-data-source',
            message: `data source "${ref.dataSource}" does not exist, or you may not use it`,
            fix: 'Create it, or name another one.',
          };
        }
        // Any name will do: how a value is written is seen when it is known.
        return { value: 'x' };
      },
    );
    return problems.map(problem =>
      placeholderProblem(document, definition, problem),
    );
  });
}
