import { PlaceholderSyntax } from '../placeholders/applyPlaceholders';
import { PipelineDocument } from '../types';

/** A text of a document that may hold placeholders. @internal */
export interface DefinitionText {
  text: string;
  syntax: PlaceholderSyntax;
  pointer: string;
  /** For a person: `the script`. */
  label: string;
}

/** The texts of a document that engines read as they are: a script, a definition, arguments. @internal */
export function definitionTexts({ spec }: PipelineDocument): DefinitionText[] {
  const texts: DefinitionText[] = [];
  if (spec.sql) {
    texts.push({
      text: spec.sql.script,
      syntax: 'sql',
      pointer: '/spec/sql/script',
      label: 'the script',
    });
  }
  if (spec.cdc) {
    texts.push({
      text: spec.cdc.definition,
      syntax: 'yaml',
      pointer: '/spec/cdc/definition',
      label: 'the definition',
    });
  }
  spec.jar?.arguments?.forEach((text, index) =>
    texts.push({
      text,
      syntax: 'text',
      pointer: `/spec/jar/arguments/${index}`,
      label: `argument ${index + 1}`,
    }),
  );
  return texts;
}
