import { Text } from '@backstage/ui';
import type { DocumentChange } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { describeChange } from '../lib/describeChange';
import classes from './ChangeList.module.css';

/** What differs in meaning between two documents. @internal */
export const ChangeList = (props: { changes: DocumentChange[] }) => {
  const { t } = useScalephTranslation();
  const { changes } = props;
  if (!changes.length) {
    return <Text color="secondary">{t('pipeline.diff.none')}</Text>;
  }
  return (
    <section aria-label={t('pipeline.diff.changes', { count: changes.length })}>
      <Text weight="bold">
        {t('pipeline.diff.changes', { count: changes.length })}
      </Text>
      <ul className={classes.list}>
        {changes.map(change => {
          const { where, from, to } = describeChange(change);
          return (
            <li
              key={`${change.op} ${change.pointer}`}
              className={classes.change}
            >
              <span>{t(`pipeline.diff.op.${change.op}`)}</span>
              <code>{where}</code>
              {from !== undefined && (
                <code className={classes.from}>{from}</code>
              )}
              {to !== undefined && <code className={classes.to}>{to}</code>}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
