import { Text } from '@backstage/ui';
import { uniteFields } from '@scaleph/backstage-plugin-scaleph-common';
import type { Field, NodeKind } from '@scaleph/backstage-plugin-scaleph-common';
import { useId } from 'react';
import { useScalephTranslation } from '../../translation';
import { compareFields } from '../lib/compareFields';
import type { ComparedField } from '../lib/compareFields';
import { useNodeData, useNodeFields } from '../nodeData/NodeDataContext';
import classes from './NodeFieldTables.module.css';

const FieldTable = (props: { title: string; fields: ComparedField[] }) => {
  const { title, fields } = props;
  const { t } = useScalephTranslation();
  const id = useId();
  return (
    <div className={classes.part}>
      <Text as="h5" id={id} variant="body-small" color="secondary">
        {title} ({fields.length})
      </Text>
      <div
        className={classes.scroll}
        role="region"
        aria-labelledby={id}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it
        tabIndex={0}
      >
        <table className={classes.table} aria-labelledby={id}>
          <thead className={classes.hidden}>
            <tr>
              <th scope="col">{t('nodeForm.fields.name')}</th>
              <th scope="col">{t('nodeForm.fields.type')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, type, change, otherType }) => (
              <tr key={name} className={change && classes[change]}>
                <td>{name}</td>
                <td>
                  {type}
                  {change && (
                    <span className={classes.mark} title={otherType}>
                      {t(`nodeForm.fields.change.${change}`)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};

const NONE: Field[] = [];

/** What arrives at a node and what leaves it, as the draft is now. @internal */
export const NodeFieldTables = (props: {
  node: string;
  kind: NodeKind;
  /** How many nodes feed it. */
  feeders: string[];
  /** What is wrong with the node is said above: what cannot be known for it is not said again. */
  isWrong: boolean;
}) => {
  const { node, kind, feeders, isWrong } = props;
  const { t } = useScalephTranslation();
  const data = useNodeData();
  const known = useNodeFields(node);
  if (!data.openPreview && !data.fields) return null;
  const { isCurrent, error } = data;
  const unknown = feeders.filter(it => !known?.inputs[it]);
  const inputs = feeders.map(it => known?.inputs[it] ?? NONE);
  const compared = compareFields(uniteFields(inputs), known?.fields ?? NONE);
  const isCompared = feeders.length > 0 && unknown.length === 0;
  return (
    <details className={classes.root} open>
      <summary>
        {t('nodeForm.fields.title')}
        {!isCurrent && !error && (
          <span className={classes.state} role="status">
            {t('nodeForm.fields.updating')}
          </span>
        )}
      </summary>
      {error && !isCurrent && (
        <Text as="p" variant="body-small" color="secondary">
          {t('nodeForm.fields.failed', { reason: error.message })}
        </Text>
      )}
      {known && kind !== 'source' && (
        <>
          {feeders.map(id =>
            known.inputs[id] && feeders.length > 1 ? (
              <FieldTable
                key={id}
                title={t('nodeForm.fields.from', { node: id })}
                fields={known.inputs[id]}
              />
            ) : null,
          )}
          {feeders.length === 1 && known.inputs[feeders[0]] && (
            <FieldTable
              title={t('nodeForm.fields.arriving')}
              fields={
                known.fields && kind === 'transform'
                  ? compared.arriving
                  : known.inputs[feeders[0]]
              }
            />
          )}
          {unknown.length > 0 && (
            <Text as="p" variant="body-small" color="secondary">
              {t('nodeForm.fields.unknownFrom', { nodes: unknown.join(', ') })}
            </Text>
          )}
        </>
      )}
      {known && kind !== 'sink' && known.fields && (
        <FieldTable
          title={t('nodeForm.fields.leaving')}
          fields={
            isCompared && kind === 'transform' && feeders.length === 1
              ? compared.leaving
              : known.fields
          }
        />
      )}
      {known?.reason && isWrong && (
        <Text as="p" variant="body-small" color="secondary">
          {t('nodeForm.fields.wrong')}
        </Text>
      )}
      {known?.reason && !isWrong && unknown.length === 0 && (
        <Text as="p" variant="body-small" className={classes.reason}>
          {t('nodeForm.fields.reason', { reason: known.reason })}
        </Text>
      )}
    </details>
  );
};
