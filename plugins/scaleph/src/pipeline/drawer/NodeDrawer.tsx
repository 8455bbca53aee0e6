import { Button, ButtonIcon, Link, Text } from '@backstage/ui';
import { RiCloseLine, RiDeleteBinLine, RiTableLine } from '@remixicon/react';
import type {
  DocumentProblem,
  PipelineDocument,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef } from 'react';
import { ConnectorIcon } from '../../components';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import type { Catalogue } from '../hooks/useCatalogue';
import { useConnector } from '../hooks/useConnector';
import { connectorOf } from '../lib/connectionProblem';
import { renameNode, renameProblem, setNodeTitle } from '../lib/editNode';
import { localize } from '../lib/localize';
import { isMissingChoice, optionPath } from '../lib/optionErrors';
import type { OptionsSchema } from '../lib/optionSchema';
import { useNodeData } from '../nodeData/NodeDataContext';
import { QUERY_FAILS } from '../nodeData/queryProblems';
import { CommitField } from './CommitField';
import { NodeFieldTables } from './NodeFieldTables';
import { DATA_SOURCE_CODES, NodeOptions } from './NodeOptions';
import { ProblemList } from './ProblemList';
import { useListFirst } from './useListFirst';
import classes from './NodeDrawer.module.css';

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
  const { openPreview } = useNodeData();
  const listFirst = useListFirst();
  const details = useConnector(node.kind, node.connector);
  const known = (details.connector?.schema ?? {}) as OptionsSchema;
  // What stands under its field is not said twice: the form would jump with
  // each letter.
  const isAtField = (problem: DocumentProblem) =>
    (DATA_SOURCE_CODES.includes(problem.code) &&
      connector !== undefined &&
      connector.dataSourceTypes.length > 0) ||
    (isMissingChoice(problem) && known['x-exactly-one'] !== undefined) ||
    problem.code === QUERY_FAILS ||
    (problem.severity === 'error' &&
      Object.hasOwn(known.properties ?? {}, optionPath(problem)[0] ?? ''));
  const feeders = document.spec.edges
    .filter(it => it.to === nodeId)
    .map(it => it.from);
  return (
    <aside
      className={classes.drawer}
      aria-label={t('pipeline.drawer.label', { node: node.id })}
      {...listFirst}
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
        <ProblemList problems={problems.filter(it => !isAtField(it))} />
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
        <div className={classes.names}>
          <CommitField
            key={`${nodeId} id`}
            label={t('pipeline.drawer.id')}
            description={t(
              node.kind === 'sink'
                ? 'pipeline.drawer.idOfSink'
                : 'pipeline.drawer.idHelp',
            )}
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
            description={t('pipeline.drawer.titleHelp')}
            value={node.title ?? ''}
            readOnly={readOnly}
            onCommit={title => onEdit(setNodeTitle(document, node.id, title))}
          />
        </div>
        <NodeOptions
          document={document}
          node={node}
          catalogue={catalogue}
          problems={problems}
          readOnly={readOnly}
          onEdit={onEdit}
        />
        <NodeFieldTables
          node={nodeId}
          kind={node.kind}
          feeders={feeders}
          isWrong={problems.some(
            it =>
              it.code === QUERY_FAILS ||
              (it.severity === 'error' && it.code !== 'too-few-outputs'),
          )}
        />
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

/** Everything about the selected node, beside the canvas. @internal */
export const NodeDrawer = (props: NodeDrawerProps) => {
  const { document, nodeId } = props;
  const node = document.spec.nodes.find(it => it.id === nodeId);
  return node ? <DrawerOf {...props} node={node} /> : null;
};
