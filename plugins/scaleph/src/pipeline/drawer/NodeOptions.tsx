import { Skeleton } from '@backstage/ui';
import { parseDataSourceRef } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentProblem,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense } from 'react';
import { ErrorPanel } from '../../components';
import { useLanguage } from '../../hooks';
import { useDataSourceTypes } from '../../data-sources/useDataSourceTypes';
import { useScalephTranslation } from '../../translation';
import type { Catalogue } from '../hooks/useCatalogue';
import { useConnector } from '../hooks/useConnector';
import { connectorOf } from '../lib/connectionProblem';
import { setDataSource, setOption, setOptions } from '../lib/editNode';
import type { OptionsSchema } from '../lib/optionSchema';
import { unknownOptions } from '../lib/optionSchema';
import { sayProblem } from '../lib/sayProblem';
import { useNodeFields } from '../nodeData/NodeDataContext';
import { DataSourceField } from './DataSourceField';
import { UnknownOptions } from './UnknownOptions';

const OptionsForm = lazy(() => import('./OptionsForm'));

/** Codes of problems that stand at the data source. @internal */
export const DATA_SOURCE_CODES = [
  'missing-data-source',
  'unknown-data-source',
  'wrong-data-source-type',
];

/** The data source and the options of a node. @internal */
export const NodeOptions = (props: {
  document: PipelineDocument;
  node: PipelineNode;
  catalogue: Catalogue;
  /** Problems of this node. */
  problems: DocumentProblem[];
  readOnly: boolean;
  onEdit(document: PipelineDocument, group?: string): void;
}) => {
  const { document, node, catalogue, problems, readOnly, onEdit } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const connector = connectorOf(catalogue.connectors, node);
  const details = useConnector(node.kind, node.connector);
  const fields = useNodeFields(node.id);
  const options = node.options ?? {};
  const described = details.connector ?? connector;
  const schema = described?.schema as OptionsSchema | undefined;
  const wanted = node.dataSource && parseDataSourceRef(node.dataSource);
  const dataSource = catalogue.dataSources?.find(it => it.name === wanted);
  const types = useDataSourceTypes().value;
  const levels = types?.find(it => it.type === dataSource?.type)?.browse;
  // Of a connector that nobody knows no option is known; of one that is
  // loading, all may be.
  const unread = connector ? [] : Object.keys(options);
  const isSql = node.kind === 'transform' && 'query' in options;
  const dataSourceProblem = problems.find(it =>
    DATA_SOURCE_CODES.includes(it.code),
  );
  return (
    <>
      {connector && connector.dataSourceTypes.length > 0 && (
        <DataSourceField
          key={`${node.id} data source`}
          connector={connector}
          dataSources={catalogue.dataSources}
          value={node.dataSource}
          error={
            dataSourceProblem && sayProblem(dataSourceProblem, language, t)
          }
          readOnly={readOnly}
          onChange={next => onEdit(setDataSource(document, node.id, next))}
          onCreated={catalogue.reload}
        />
      )}
      {!schema && connector && details.loading && (
        <Skeleton width="100%" height={160} />
      )}
      {!schema && connector && details.error && (
        <ErrorPanel
          title={t('nodeForm.loadFailed', { name: node.connector })}
          error={details.error}
          onRetry={details.reload}
        />
      )}
      {connector && schema && (
        <Suspense fallback={<Skeleton width="100%" height={160} />}>
          <OptionsForm
            key={node.id}
            node={node.id}
            connector={{ kind: node.kind, name: node.connector, schema }}
            options={options}
            problems={problems}
            dataSource={dataSource}
            levels={levels}
            connected={connector.dataSourceTypes.length > 0}
            inputs={fields?.inputs}
            sqlProblem={isSql ? fields?.reason : undefined}
            readOnly={readOnly}
            onChange={next =>
              onEdit(setOptions(document, node.id, next), `options ${node.id}`)
            }
          />
        </Suspense>
      )}
      <UnknownOptions
        options={options}
        names={schema ? unknownOptions(schema, options) : unread}
        readOnly={readOnly}
        onRemove={name => onEdit(setOption(document, node.id, name, undefined))}
      />
    </>
  );
};
