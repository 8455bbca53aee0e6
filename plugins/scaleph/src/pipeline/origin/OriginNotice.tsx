import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Link } from '@backstage/ui';
import { RiGitBranchLine } from '@remixicon/react';
import type { Pipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ConfirmDialog, RelativeTime } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './OriginNotice.module.css';
import { OriginProblem } from './OriginProblem';
import { driftOf, isLink, shortCommit } from './originText';

/** Where the pipeline comes from, what is wrong there, and what runs behind it. @internal */
export const OriginNotice = (props: {
  pipeline: Pipeline;
  /** The user may change the pipeline. */
  canDetach: boolean;
  /** It was detached, or is read from elsewhere now. */
  onDetached(pipeline: Pipeline): void;
  /** Asks for the pipeline anew. */
  onLook(): void;
}) => {
  const { pipeline, canDetach, onDetached } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [detaching, setDetaching] = useState(false);
  const { origin } = pipeline;
  if (!origin) {
    return null;
  }
  const { path, url, commit, syncedAt } = origin;
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
        {canDetach && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setDetaching(true)}
          >
            {t('origin.detach.action')}
          </Button>
        )}
      </p>
      <ConfirmDialog
        isOpen={detaching}
        title={t('origin.detach.title', { name: pipeline.name })}
        confirmLabel={t('origin.detach.confirm')}
        onConfirm={async () =>
          onDetached(
            await api.detachPipeline(pipeline.name, {
              ifMatch: pipeline.etag,
            }),
          )
        }
        onClose={() => setDetaching(false)}
      >
        {t('origin.detach.help', { file: path ?? url })}
      </ConfirmDialog>
      <OriginProblem
        pipeline={pipeline}
        onChanged={canDetach ? onDetached : undefined}
        onLook={props.onLook}
      />
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
