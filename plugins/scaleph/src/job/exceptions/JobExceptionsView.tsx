import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  JobException,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { CopyButton, EmptyState } from '../../components';
import { useLanguage } from '../../hooks';
import { formatDateTime } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { JobPart } from '../JobPart';
import { useJobResource } from '../useJobResource';
import { StackText } from './StackText';
import readable from '../../pipeline/readable.module.css';
import classes from './Exceptions.module.css';

const POLL_MILLISECONDS = 5000;

const Where = ({ exception }: { exception: JobException }) => {
  const language = useLanguage();
  return (
    <Text as="p" variant="body-small" color="secondary">
      <time dateTime={exception.at}>
        {formatDateTime(exception.at, language)}
      </time>
      {exception.task && ` · ${exception.task}`}
      {exception.location && ` · ${exception.location}`}
    </Text>
  );
};

const Root = ({ exception }: { exception: JobException }) => {
  const { t } = useScalephTranslation();
  return (
    <section className={classes.root} aria-label={t('job.exceptions.root')}>
      <div className={classes.head}>
        <Text as="h3" variant="title-x-small">
          {t('job.exceptions.root')}
        </Text>
        <CopyButton text={exception.stack || exception.message} />
      </div>
      <p className={classes.cause}>{exception.message}</p>
      <Where exception={exception} />
      {exception.stack && <StackText stack={exception.stack} />}
    </section>
  );
};

/** Why a job failed: the root cause first, then what happened before. @internal */
export const JobExceptionsView = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const resource = useJobResource(
    run,
    signal => api.getRunJobExceptions(run.id, { signal }),
    POLL_MILLISECONDS,
  );
  return (
    <JobPart
      run={run}
      resource={resource}
      title={t('job.exceptions.title')}
      height={240}
    >
      {({ root, history, truncated }) =>
        !root && !history.length ? (
          <EmptyState
            title={t('job.exceptions.none')}
            description={t('job.exceptions.noneHelp')}
          />
        ) : (
          <div className={readable.readable}>
            <Flex direction="column" gap="5">
              {root && <Root exception={root} />}
              {history.length > 0 && (
                <section aria-label={t('job.exceptions.history')}>
                  <Text as="h3" variant="title-x-small">
                    {t('job.exceptions.history')}
                  </Text>
                  <ol className={classes.history}>
                    {history.map(it => (
                      <li key={`${it.at} ${it.task} ${it.message}`}>
                        <div className={classes.head}>
                          <p className={classes.cause}>{it.message}</p>
                          <CopyButton text={it.stack || it.message} />
                        </div>
                        <Where exception={it} />
                        {it.stack && (
                          <details>
                            <summary>{t('common.action.details')}</summary>
                            <StackText stack={it.stack} />
                          </details>
                        )}
                      </li>
                    ))}
                  </ol>
                  {truncated && (
                    <Text as="p" color="secondary">
                      {t('job.exceptions.truncated')}
                    </Text>
                  )}
                </section>
              )}
            </Flex>
          </div>
        )
      }
    </JobPart>
  );
};
