import { Alert, Button, Flex } from '@backstage/ui';
import { lazy, Suspense, useMemo, useState } from 'react';
import { RelativeTime } from '../../components';
import { useOwnership } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import type { PipelineDraft } from '../hooks/usePipelineDraft';
import type { DraftState } from '../lib/draftReducer';
import { mergeDocuments } from '../lib/mergeDocuments';
import { shortCommit } from '../origin/originText';
import { useAuthors } from '../versions/useAuthors';

const CompareDrafts = lazy(() => import('./CompareDrafts'));

/** Two edits of one draft: seen beside each other, and then decided. Nothing is lost by any choice. @internal */
export const ConflictNotice = (props: {
  state: DraftState;
  draft: PipelineDraft;
}) => {
  const { state, draft } = props;
  const { t } = useScalephTranslation();
  const me = useOwnership()?.user;
  const [comparing, setComparing] = useState(false);
  const theirs =
    state.status.type === 'conflict' ? state.status.theirs : undefined;
  const authorOf = useAuthors(theirs ? [theirs.updatedBy] : []);
  const mine = state.history.present;
  const both = useMemo(
    () =>
      theirs && !mine.textProblems.length
        ? mergeDocuments(state.saved.document, mine.document, theirs.document)
        : undefined,
    [theirs, mine, state.saved],
  );
  if (!theirs) {
    return null;
  }
  const { origin, updatedBy, updatedAt } = theirs;
  let who: 'repository' | 'self' | 'other' = 'other';
  if (origin) who = 'repository';
  else if (updatedBy === me) who = 'self';
  const help = {
    repository: origin?.commit
      ? t('pipeline.conflict.help.repository', {
          commit: shortCommit(origin.commit),
        })
      : t('pipeline.conflict.help.kept'),
    self: t('pipeline.conflict.help.kept'),
    other: t('pipeline.conflict.help.other', {
      user: authorOf(updatedBy).name,
    }),
  }[who];
  const choose = (action: Parameters<PipelineDraft['dispatch']>[0]) => {
    setComparing(false);
    draft.dispatch(action);
    void draft.save();
  };
  const choices = (
    <>
      <Button
        size="small"
        variant="secondary"
        onPress={() => choose({ type: 'take-theirs', at: Date.now() })}
      >
        {t('pipeline.conflict.theirs')}
      </Button>
      <Button
        size="small"
        variant={both ? 'secondary' : 'primary'}
        onPress={() => choose({ type: 'keep-mine' })}
      >
        {t('pipeline.conflict.mine')}
      </Button>
      {both && (
        <Button
          size="small"
          variant="primary"
          onPress={() => choose({ type: 'keep-both', at: Date.now() })}
        >
          {t('pipeline.conflict.both')}
        </Button>
      )}
    </>
  );
  return (
    <div role="alert">
      <Alert
        icon
        status="warning"
        title={t(`pipeline.conflict.title.${who}`)}
        description={
          <>
            {help} <RelativeTime at={origin?.syncedAt ?? updatedAt} />
          </>
        }
        customActions={
          <Flex gap="2" style={{ flexWrap: 'wrap' }}>
            <Button
              size="small"
              variant="secondary"
              onPress={() => setComparing(true)}
            >
              {t('pipeline.conflict.compare')}
            </Button>
            {choices}
          </Flex>
        }
      />
      {comparing && (
        <Suspense fallback={null}>
          <CompareDrafts
            theirs={theirs.document}
            mine={mine.document}
            choices={choices}
            onClose={() => setComparing(false)}
          />
        </Suspense>
      )}
    </div>
  );
};
