import { Alert, Link } from '@backstage/ui';
import { RiGitBranchLine } from '@remixicon/react';
import type { Pipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { RelativeTime } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './OriginNotice.module.css';
import { driftOf, isLink, shortCommit } from './originText';

/** Where the pipeline comes from, what is wrong there, and what runs behind it. @internal */
export const OriginNotice = ({ pipeline }: { pipeline: Pipeline }) => {
  const { t } = useScalephTranslation();
  const { origin } = pipeline;
  if (!origin) {
    return null;
  }
  const { path, url, commit, syncedAt, error, problems = [] } = origin;
  const drift = driftOf(pipeline);
  return (
    <>
      <p className={classes.line}>
        <RiGitBranchLine size={16} aria-hidden />
        <span>{t('origin.from', { file: path ?? url })}</span>
        {commit && (
          <span>{t('origin.commit', { commit: shortCommit(commit) })}</span>
        )}
        <span>
          {t('origin.read')} <RelativeTime at={syncedAt} />
        </span>
        {isLink(origin) && (
          <Link href={url} target="_blank" rel="noopener noreferrer">
            {t('origin.open')}
          </Link>
        )}
      </p>
      {error && (
        <Alert
          icon
          status="warning"
          title={t('origin.error')}
          description={
            <>
              {error}
              {problems.length > 0 && (
                <ul className={classes.problems}>
                  {problems.slice(0, 5).map(({ pointer, message }) => (
                    <li key={`${pointer} ${message}`}>{message}</li>
                  ))}
                </ul>
              )}
            </>
          }
        />
      )}
      {drift && (
        <Alert
          icon
          status="info"
          title={t('origin.running', {
            running: String(drift.running),
            newest: String(drift.newest),
            commit: drift.commit
              ? t('origin.runningCommit', { commit: shortCommit(drift.commit) })
              : '',
          })}
        />
      )}
    </>
  );
};
