import type { JobCheckpoints } from '@scaleph/backstage-plugin-scaleph-common';
import { RelativeTime } from '../../components';
import { useLanguage } from '../../hooks';
import { formatBytes, formatDuration } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { Tile, Tiles } from '../Tiles';
import { useSpreadText } from './useSpreadText';

/** How checkpoints go: how many, how long, how large, and what the job was restored from. @internal */
export const CheckpointNumbers = (props: { checkpoints: JobCheckpoints }) => {
  const { counts, durationMs, sizeBytes, restored, intervalMs, ...rest } =
    props.checkpoints;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const spread = useSpreadText();
  const length = spread(durationMs, it => formatDuration(it, language));
  const size = spread(sizeBytes, it => formatBytes(it, language));
  return (
    <Tiles label={t('job.checkpoints.numbers')}>
      <Tile
        name={t('job.checkpoints.completed')}
        note={[
          counts.failed > 0 &&
            t('job.checkpoints.failedCount', { count: counts.failed }),
          counts.inProgress > 0 &&
            t('job.checkpoints.inProgressCount', { count: counts.inProgress }),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {counts.completed}
      </Tile>
      <Tile name={t('job.checkpoints.duration')} note={length.note}>
        {length.average}
      </Tile>
      <Tile name={t('job.checkpoints.size')} note={size.note}>
        {size.average}
      </Tile>
      <Tile
        name={t('job.checkpoints.interval')}
        note={[
          rest.mode && t(`job.checkpoints.mode.${rest.mode}`),
          rest.stateBackend,
          rest.storage,
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {intervalMs === undefined ? '–' : formatDuration(intervalMs, language)}
      </Tile>
      {restored && (
        <Tile
          name={t('job.checkpoints.restored')}
          note={
            <span title={restored.location}>
              {restored.kind && t(`job.snapshot.kind.${restored.kind}`)}{' '}
              {restored.location}
            </span>
          }
        >
          <RelativeTime at={restored.at} />
        </Tile>
      )}
    </Tiles>
  );
};
