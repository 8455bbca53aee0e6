import { Alert, Button, Flex } from '@backstage/ui';
import { useScalephTranslation } from '../translation';
import { CopyButton } from './CopyButton';
import { errorAdvice, errorDetails } from './errorAdvice';
import classes from './ErrorPanel.module.css';

export interface ErrorPanelProps {
  /** What failed, naming the thing: `Pipeline "orders" could not be saved`. */
  title: string;
  error: Error;
  /** Offers "Try again". */
  onRetry?: () => void;
}

/** What happened, to which thing, and what to do; the details are folded. */
export const ErrorPanel = ({ title, error, onRetry }: ErrorPanelProps) => {
  const { t } = useScalephTranslation();
  const details = errorDetails(error);
  const advice = errorAdvice(error);
  return (
    <div role="alert" className={classes.panel}>
      <Alert
        status="danger"
        icon
        title={title}
        description={
          <>
            {/* The browser's own words for that say less. */}
            {advice !== 'unreachable' && (
              <div className={classes.message}>{error.message}</div>
            )}
            <div>{t(`common.error.${advice}`)}</div>
            <details className={classes.details}>
              <summary>{t('common.action.details')}</summary>
              <pre className={classes.text}>{details}</pre>
            </details>
          </>
        }
        customActions={
          <Flex gap="1">
            <CopyButton text={`${title}\n${details}`} />
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
