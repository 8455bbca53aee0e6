import { Skeleton } from '@backstage/ui';
import type {
  DataSource,
  DocumentProblem,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense } from 'react';

const SqlScriptView = lazy(() => import('./SqlScriptView'));
const JarView = lazy(() => import('./JarView'));
const CdcView = lazy(() => import('./CdcView'));

/** @internal */
export interface DefinitionViewProps {
  document: PipelineDocument;
  problems: DocumentProblem[];
  /** Those that the user may see. */
  dataSources: DataSource[];
  readOnly: boolean;
  onEdit(document: PipelineDocument, group?: string): void;
  /** The page's undo; the editors keep none of their own. */
  onUndo(): void;
  onRedo(): void;
}

/** What a pipeline without a graph consists of: a script, a jar or a CDC definition. @internal */
export const DefinitionView = (props: DefinitionViewProps) => {
  const { type } = props.document.spec;
  return (
    <Suspense fallback={<Skeleton width="100%" height="100%" />}>
      {type === 'flink-sql' && <SqlScriptView {...props} />}
      {type === 'flink-jar' && <JarView {...props} />}
      {type === 'flink-cdc' && <CdcView {...props} />}
    </Suspense>
  );
};
