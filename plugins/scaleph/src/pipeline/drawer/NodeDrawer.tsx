import { Button, ButtonIcon, Link, Skeleton, Text } from '@backstage/ui';
import { RiCloseLine, RiDeleteBinLine, RiTableLine } from '@remixicon/react';
import { parseDataSourceRef } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentProblem,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { ConnectorIcon, ErrorPanel } from '../../components';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import type { Catalogue } from '../hooks/useCatalogue';
import { useConnector } from '../hooks/useConnector';
import { connectorOf } from '../lib/connectionProblem';
import {
  renameNode,
  renameProblem,
  setDataSource,
  setNodeTitle,
  setOption,
  setOptions,
} from '../lib/editNode';
import { localize } from '../lib/localize';
import { shortMessage } from '../lib/optionErrors';
import type { OptionsSchema } from '../lib/optionSchema';
import { unknownOptions } from '../lib/optionSchema';
import { useNodeData, useNodeFields } from '../nodeData/NodeDataContext';
import { CommitField } from './CommitField';
import { DataSourceField } from './DataSourceField';
import { NodeFieldTables } from './NodeFieldTables';
import { ProblemList } from './ProblemList';
import { UnknownOptions } from './UnknownOptions';
import classes from './NodeDrawer.module.css';

const OptionsForm = lazy(() => import('./OptionsForm'));

const DATA_SOURCE_CODES = [
  'missing-data-source',
  'unknown-data-source',
  'wrong-data-source-type',
];

/** @internal */
export interface NodeDrawerProps {
  document: PipelineDocument;
  nodeId: string;
  catalogue: Catalogue;
  /** Problems of this node. */
  problems: DocumentProblem[];
  readOnly: boolean;
  /** `group` joins letters typed into one field to one step of undo. */
  onEdit(document: PipelineDocument, group?: string): void;
  onSelect(node: string | undefined): void;
  onDelete(node: string): void;
}

/** Everything about the selected node, beside the canvas. @internal */
export const NodeDrawer = (props: NodeDrawerProps) => {
  const { document, nodeId } = props;
  const node = document.spec.nodes.find(it => it.id === nodeId);
  return node ? <DrawerOf {...props} node={node} /> : null;
};

const DrawerOf = (props: NodeDrawerProps & { node: PipelineNode }) => {
  const { document, node, catalogue, problems, readOnly, onEdit } = props;
  const nodeId = node.id;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [nodeId]);
  const connector = connectorOf(catalogue.connectors, node);
  const details = useConnector(node.kind, node.connector);
  const { openPreview } = useNodeData();
  const fields = useNodeFields(nodeId);
  const options = node.options ?? {};
  const described = details.connector ?? connector;
  const schema = described?.schema as OptionsSchema | undefined;
  const dataSource =
    node.dataSource === undefined
      ? undefined
      : catalogue.dataSources?.find(
          it => it.name === parseDataSourceRef(node.dataSource!),
        );
  const feeders = document.spec.edges
    .filter(it => it.to === nodeId)
    .map(it => it.from);
  // Of a connector that nobody knows no option is known; of one that is
  // loading, all may be.
  const unread = connector ? [] : Object.keys(options);
  const isSql = node.kind === 'transform' && 'query' in options;
  const dataSourceProblem = problems.find(it =>
    DATA_SOURCE_CODES.includes(it.code),
  );
  return (
    <aside
      className={classes.drawer}
      aria-label={t('pipeline.drawer.label', { node: node.id })}
    >
      <div className={classes.head}>
        <ConnectorIcon icon={connector?.icon ?? 'table'} size={24} />
        <div className={classes.title}>
          <Text as="h3" variant="title-x-small">
            {node.title ?? node.id}
          </Text>
          <Text as="span" variant="body-small" color="secondary">
            {connector ? localize(connector.title, language) : node.connector}
            {' · '}
            {t(`pipeline.kind.${node.kind}`)}
          </Text>
        </div>
        <ButtonIcon
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('common.action.close')}
          onPress={() => props.onSelect(undefined)}
        />
      </div>
      <div className={classes.body} ref={body}>
        <ProblemList problems={problems} />
        {connector && (
          <Text as="p" variant="body-small" color="secondary">
            {localize(connector.description, language)}{' '}
            {connector.documentation && (
              <Link
                href={connector.documentation}
                target="_blank"
                variant="body-small"
              >
                {t('pipeline.drawer.documentation')}
              </Link>
            )}
          </Text>
        )}
        <CommitField
          key={`${nodeId} id`}
          label={t('pipeline.drawer.id')}
          description={t('pipeline.drawer.idHelp')}
          value={node.id}
          readOnly={readOnly}
          problem={next => {
            const problem = renameProblem(document, node.id, next);
            return problem && t(`pipeline.drawer.idProblem.${problem}`);
          }}
          onCommit={next => {
            onEdit(renameNode(document, node.id, next));
            props.onSelect(next);
          }}
        />
        <CommitField
          key={`${nodeId} title`}
          label={t('pipeline.drawer.title')}
          value={node.title ?? ''}
          readOnly={readOnly}
          onCommit={title => onEdit(setNodeTitle(document, node.id, title))}
        />
        {connector && connector.dataSourceTypes.length > 0 && (
          <DataSourceField
            key={`${nodeId} data source`}
            connector={connector}
            dataSources={catalogue.dataSources}
            value={node.dataSource}
            error={dataSourceProblem && shortMessage(dataSourceProblem)}
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
              key={nodeId}
              node={node.id}
              connector={{ kind: node.kind, name: node.connector, schema }}
              options={options}
              problems={problems}
              dataSource={dataSource}
              connected={connector.dataSourceTypes.length > 0}
              inputs={fields?.inputs}
              sqlProblem={isSql ? fields?.reason : undefined}
              readOnly={readOnly}
              onChange={next =>
                onEdit(
                  setOptions(document, node.id, next),
                  `options ${node.id}`,
                )
              }
            />
          </Suspense>
        )}
        <UnknownOptions
          options={options}
          names={schema ? unknownOptions(schema, options) : unread}
          readOnly={readOnly}
          onRemove={name =>
            onEdit(setOption(document, node.id, name, undefined))
          }
        />
        <NodeFieldTables node={nodeId} kind={node.kind} feeders={feeders} />
      </div>
      {!readOnly && (
        <div className={classes.foot}>
          {openPreview && (
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiTableLine />}
              onPress={() => openPreview(node.id)}
            >
              {t('nodeForm.preview.run')}
            </Button>
          )}
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiDeleteBinLine />}
            onPress={() => props.onDelete(node.id)}
          >
            {t('pipeline.drawer.delete')}
          </Button>
        </div>
      )}
    </aside>
  );
};
