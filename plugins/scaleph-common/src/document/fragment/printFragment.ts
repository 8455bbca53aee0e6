import { PipelineDocument } from '../../types';
import { printPipeline } from '../printPipeline';
import { PipelineFragment } from './PipelineFragment';

/** What a fragment is called in its text. @internal */
export const FRAGMENT_KIND = 'PipelineFragment';

/** The document that has the shape of a fragment. @internal */
export function aroundFragment(fragment: PipelineFragment): PipelineDocument {
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'fragment', owner: 'group:default/nobody' },
    spec: { type: 'seatunnel', ...fragment },
  };
}

/** A fragment as YAML, for a clipboard: the canonical form of its nodes and edges under a kind of its own. @public */
export function printFragment(fragment: PipelineFragment): string {
  const [head, spec] = printPipeline(aroundFragment(fragment)).split(
    /^metadata:\n(?: .*\n)*/m,
  );
  return (
    head.replace('kind: Pipeline', `kind: ${FRAGMENT_KIND}`) +
    spec.replace(/^ {2}(?:type|mode): .*\n/gm, '')
  );
}
