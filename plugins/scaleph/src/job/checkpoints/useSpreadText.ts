import type { ScalephSchemas } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';

/** The spread of a measure: average, with least, most and the 99th percentile below. @internal */
export function useSpreadText(): (
  spread: ScalephSchemas['Spread'] | undefined,
  format: (value: number) => string,
) => { average: string; note?: string } {
  const { t } = useScalephTranslation();
  return (spread, format) => {
    if (!spread) {
      return { average: '–' };
    }
    const { min, average, max, p99 } = spread;
    const note = [
      `${t('job.spread.range')} ${format(min)} – ${format(max)}`,
      p99 !== undefined && `p99 ${format(p99)}`,
    ];
    return { average: format(average), note: note.filter(Boolean).join(' · ') };
  };
}
