import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { Button } from '@backstage/ui';
import { RiDownloadLine, RiGitPullRequestLine } from '@remixicon/react';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel } from '../../components';
import { downloadText } from '../../runs/lib/downloadText';
import { useScalephTranslation } from '../../translation';
import { ActionButton } from '../bar/ActionButton';
import type { DraftState } from '../lib/draftReducer';
import { isDirty } from '../lib/draftReducer';
import { PullRequestDialog } from './PullRequestDialog';

/** What an edit of a pipeline that comes from a repository ends in: a patch, or a pull request. @internal */
export const OriginActions = (props: {
  state: DraftState;
  onDiscard(): void;
}) => {
  const { state, onDiscard } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [pulling, setPulling] = useState(false);
  const [error, setError] = useState<Error>();
  const { name } = state.pipeline;
  const { present } = state.history;
  const dirty = isDirty(state);
  const reason = dirty ? undefined : t('origin.unchanged');
  const blocked =
    state.status.type === 'unreadable' || state.status.type === 'conflict'
      ? t(`pipeline.reason.${state.status.type}`)
      : reason;
  const makePatch = () =>
    api.createPipelinePatch(name, { document: present.document });
  const download = async () => {
    setError(undefined);
    try {
      downloadText(`${name}.patch`, (await makePatch()).patch);
    } catch (cause) {
      setError(toError(cause));
    }
  };
  return (
    <>
      {dirty && (
        <Button variant="tertiary" onPress={onDiscard}>
          {t('origin.discard')}
        </Button>
      )}
      <ActionButton
        variant="secondary"
        iconStart={<RiDownloadLine />}
        reason={blocked}
        onPress={download}
      >
        {t('origin.patch')}
      </ActionButton>
      <ActionButton
        variant="primary"
        iconStart={<RiGitPullRequestLine />}
        reason={blocked}
        onPress={() => setPulling(true)}
      >
        {t('origin.pullRequest')}
      </ActionButton>
      <PullRequestDialog
        isOpen={pulling}
        pipeline={name}
        makePatch={makePatch}
        onClose={() => setPulling(false)}
      />
      {error && (
        <ErrorPanel title={t('origin.patchFailed', { name })} error={error} />
      )}
    </>
  );
};
