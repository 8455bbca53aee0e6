import type { FlinkOption } from '@scaleph/backstage-plugin-scaleph-common';
import { checkFlinkValue, isFlinkDuration } from './checkFlinkValue';
import type { SettingsDraft } from './runSettings';

/** Whether a run can be started with what is filled in. @internal */
export function areSettingsGood(
  { parallelism, friendly, others }: SettingsDraft,
  options: FlinkOption[],
): boolean {
  const lengths = [friendly.checkpointInterval, friendly.restartDelay];
  return (
    (parallelism === '' || /^[1-9]\d{0,3}$/.test(parallelism)) &&
    lengths.every(it => it.trim() === '' || isFlinkDuration(it)) &&
    /^\d*$/.test(friendly.restartAttempts.trim()) &&
    others.every(({ key, value }) => {
      const option = options.find(it => it.key === key.trim());
      return key.trim() === ''
        ? value.trim() === ''
        : checkFlinkValue(option, value) === undefined;
    })
  );
}
