import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine, RiPlayLine, RiStopCircleLine } from '@remixicon/react';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { EmptyState, ErrorPanel, LookChip } from '../../components';
import { useLanguage, useNow } from '../../hooks';
import { formatDuration } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { PreviewRows } from './PreviewRows';
import type { Preview } from './usePreview';
import classes from './PreviewPanel.module.css';

const Elapsed = ({ since }: { since: number }) => {
  const language = useLanguage();
  const now = useNow(250);
  return <>{formatDuration(Math.max(0, now - since), language)}</>;
};

/** The first rows that leave the selected node, below the views of a draft. @internal */
export const PreviewPanel = (props: {
  document: PipelineDocument;
  node: string | undefined;
  preview: Preview;
  onSelect(node: string): void;
  onClose(): void;
}) => {
  const { document, node, preview, onClose } = props;
  const { t } = useScalephTranslation();
  const { state, isStale, run, cancel } = preview;
  const isRunning = state.startedAt !== undefined;
  const shown = document.spec.nodes.find(it => it.id === node);
  const title = shown
    ? t(
        shown.kind === 'sink' ? 'nodeForm.preview.into' : 'nodeForm.preview.of',
        { node: shown.title ?? shown.id },
      )
    : t('nodeForm.preview.title');
  const sample = state.preview?.sample;
  const reason = state.preview?.reason;
  // The node that is at fault, when it is another one and still there.
  const guilty = document.spec.nodes.find(
    it => it.id === state.preview?.node && it.id !== node,
  );
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.head}>
        <Text as="h3" variant="title-x-small" title={title}>
          {title}
        </Text>
        {isRunning && (
          <span role="status">
            <LookChip look="running" label={t('nodeForm.preview.running')} />{' '}
            <Elapsed since={state.startedAt!} />
          </span>
        )}
        {isStale && !isRunning && (
          <LookChip
            look="changing"
            label={t('nodeForm.preview.stale')}
            title={t('nodeForm.preview.staleHelp')}
          />
        )}
        <span className={classes.actions}>
          {isRunning ? (
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiStopCircleLine />}
              onPress={cancel}
            >
              {t('nodeForm.preview.cancel')}
            </Button>
          ) : (
            <Button
              size="small"
              variant={isStale || !state.preview ? 'primary' : 'secondary'}
              iconStart={<RiPlayLine />}
              isDisabled={!shown}
              onPress={run}
            >
              {state.preview || state.error
                ? t('nodeForm.preview.again')
                : t('nodeForm.preview.run')}
            </Button>
          )}
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiCloseLine />}
            aria-label={t('nodeForm.preview.close')}
            onPress={onClose}
          />
        </span>
      </div>
      <div className={classes.body}>
        {!shown && <EmptyState title={t('nodeForm.preview.choose')} />}
        {shown && state.error && (
          <ErrorPanel
            title={t('nodeForm.preview.failed', { node: shown.id })}
            error={state.error}
            onRetry={run}
          />
        )}
        {shown && reason && (
          <EmptyState
            title={t('nodeForm.preview.none')}
            description={<span className={classes.reason}>{reason}</span>}
            actions={
              guilty && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => props.onSelect(guilty.id)}
                >
                  {t('nodeForm.preview.goTo', { node: guilty.id })}
                </Button>
              )
            }
          />
        )}
        {shown && !state.preview && !state.error && !isRunning && (
          <EmptyState
            title={t('nodeForm.preview.idle')}
            description={t('nodeForm.preview.help')}
          />
        )}
        {sample && state.preview && (
          <PreviewRows preview={state.preview} sample={sample} />
        )}
      </div>
    </section>
  );
};

export default PreviewPanel;
