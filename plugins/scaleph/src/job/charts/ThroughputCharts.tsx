import type { JobThroughput } from '@scaleph/backstage-plugin-scaleph-common';
import { Text } from '@backstage/ui';
import { useMemo } from 'react';
import { useLanguage } from '../../hooks';
import { formatCount, formatDuration } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { ChartPoint, withGaps } from '../lib/withGaps';
import { LineFigure } from './LineFigure';
import classes from './ThroughputCharts.module.css';

/** The newest value of a field, and its highest. */
function newestAndHighest(
  points: ChartPoint[],
  field: Exclude<keyof ChartPoint, 'time'>,
): { newest: number; highest: number } | undefined {
  const values = points.flatMap(it => it[field] ?? []);
  return values.length
    ? { newest: values[values.length - 1], highest: Math.max(...values) }
    : undefined;
}

/** How fast rows go through a job and how far it is behind, over the last hour at most. @internal */
export const ThroughputCharts = ({ points }: JobThroughput) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const data = useMemo(() => withGaps(points), [points]);
  const perSecond = (value: number) =>
    `${formatCount(Number(value.toFixed(value < 10 ? 1 : 0)), language)}${t(
      'job.perSecond',
    )}`;
  const length = (value: number) => formatDuration(value, language);
  const count = (value: number) => formatCount(Math.round(value), language);
  const read = newestAndHighest(data, 'recordsInPerSecond');
  const written = newestAndHighest(data, 'recordsOutPerSecond');
  const lag = newestAndHighest(data, 'lagMs');
  const pending = newestAndHighest(data, 'pendingRecords');
  if (!read && !written) {
    return (
      <Text as="p" color="secondary">
        {t('job.charts.none')}
      </Text>
    );
  }
  const behind = lag ?? pending;
  return (
    <div className={classes.charts}>
      <LineFigure
        title={t('job.charts.throughput')}
        summary={t('job.charts.throughputSummary', {
          read: perSecond(read?.newest ?? 0),
          written: perSecond(written?.newest ?? 0),
          highest: perSecond(
            Math.max(read?.highest ?? 0, written?.highest ?? 0),
          ),
        })}
        points={data}
        lines={[
          {
            field: 'recordsInPerSecond',
            name: t('job.charts.read'),
            colour: 'first',
          },
          {
            field: 'recordsOutPerSecond',
            name: t('job.charts.written'),
            colour: 'second',
          },
        ]}
        format={perSecond}
      />
      {behind && (
        <LineFigure
          title={lag ? t('job.charts.lag') : t('job.charts.pending')}
          summary={t('job.charts.behindSummary', {
            newest: (lag ? length : count)(behind.newest),
            highest: (lag ? length : count)(behind.highest),
          })}
          points={data}
          lines={[
            {
              field: lag ? 'lagMs' : 'pendingRecords',
              name: lag ? t('job.charts.lag') : t('job.charts.pending'),
              colour: 'first',
            },
          ]}
          format={lag ? length : count}
        />
      )}
    </div>
  );
};
