import { Alert, Button, Flex } from '@backstage/ui';
import type { SqlError } from '@scaleph/backstage-plugin-scaleph-common';
import { CopyButton } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './ErrorNotice.module.css';

/** Why a statement is wrong or failed, where, and what the server said in full. */
export const ErrorNotice = (props: {
  title: string;
  error: SqlError;
  statement: string;
  /** Shows the place in the editor. */
  onShow?(): void;
  onRetry?(): void;
}) => {
  const { title, error, statement, onShow, onRetry } = props;
  const { t } = useScalephTranslation();
  const { message, detail, line, column = 1 } = error;
  return (
    <div role="alert" className={classes.root}>
      <Alert
        status="danger"
        icon
        title={title}
        description={
          <>
            <div className={classes.message}>{message}</div>
            {line !== undefined && (
              <div>
                {t('sql.result.at', { line: `${line}`, column: `${column}` })}
              </div>
            )}
            {detail && (
              <details className={classes.details}>
                <summary>{t('common.action.details')}</summary>
                <pre className={classes.text}>{detail}</pre>
              </details>
            )}
          </>
        }
        customActions={
          <Flex gap="1">
            <CopyButton
              text={[title, message, detail, statement]
                .filter(Boolean)
                .join('\n\n')}
            />
            {line !== undefined && onShow && (
              <Button size="small" variant="secondary" onPress={onShow}>
                {t('sql.result.show')}
              </Button>
            )}
            {onRetry && (
              <Button size="small" variant="secondary" onPress={onRetry}>
                {t('common.action.retry')}
              </Button>
            )}
          </Flex>
        }
      />
    </div>
  );
};
