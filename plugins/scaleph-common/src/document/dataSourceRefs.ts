import { parseEntityRef } from '@backstage/catalog-model';
import { replacePlaceholders } from '../placeholders/applyPlaceholders';
import { PipelineDocument } from '../types';
import { definitionTexts } from './definitionTexts';

/**
 * The name that a reference to a data source gives: `warehouse` for `warehouse` and for `resource:default/warehouse`. What is neither a
 * name nor a ref comes back as it is, and no data source has that name.
 * @public
 */
export function parseDataSourceRef(ref: string): string {
  if (!/[:/]/.test(ref)) return ref;
  try {
    const { kind, name } = parseEntityRef(ref, { defaultKind: 'resource' });
    return kind.toLowerCase() === 'resource' ? name : ref;
  } catch {
    return ref;
  }
}

/** Names of the data sources that a document uses, in nodes and in `${data-source.NAME.FIELD}`, sorted, each once. @public */
export function pipelineDataSources(document: PipelineDocument): string[] {
  const names = document.spec.nodes.flatMap(({ dataSource }) =>
    dataSource === undefined ? [] : [parseDataSourceRef(dataSource)],
  );
  for (const { text, syntax } of definitionTexts(document)) {
    replacePlaceholders(text, syntax, ref => {
      if (ref.kind === 'data-source') names.push(ref.dataSource);
      return { value: 'x' };
    });
  }
  return [...new Set(names)].sort();
}
