import { Button, Text } from '@backstage/ui';
import type { SqlOperation } from '@scaleph/backstage-plugin-scaleph-common';
import { LookChip, RelativeTime, StateLook } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './SessionDialog.module.css';

const LOOK: Record<SqlOperation['state'], StateLook> = {
  running: 'running',
  finished: 'finished',
  failed: 'failed',
  canceled: 'still',
};

/** What runs and ran in a session; also what was started in another tab. */
export const OperationList = (props: {
  operations: SqlOperation[];
  onCancel(id: string): void;
  onOpen(operation: SqlOperation): void;
}) => {
  const { operations, onCancel, onOpen } = props;
  const { t } = useScalephTranslation();
  return (
    <section aria-label={t('sql.operations.title')}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('sql.operations.title')}
      </Text>
      {!operations.length && (
        <Text color="secondary">{t('sql.operations.none')}</Text>
      )}
      <ul className={classes.operations}>
        {operations.map(operation => (
          <li key={operation.id} className={classes.operation}>
            <LookChip
              look={LOOK[operation.state]}
              label={t(`sql.status.${operation.state}`)}
            />
            <span className={classes.statement} title={operation.statement}>
              {operation.statement}
            </span>
            <RelativeTime at={operation.startedAt} />
            {operation.state === 'running' && (
              <Button
                size="small"
                variant="secondary"
                onPress={() => onCancel(operation.id)}
              >
                {t('sql.action.stop')}
              </Button>
            )}
            <Button
              size="small"
              variant="tertiary"
              onPress={() => onOpen(operation)}
            >
              {t('sql.operations.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
