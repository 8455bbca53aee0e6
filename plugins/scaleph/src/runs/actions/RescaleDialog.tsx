import { useApi } from '@backstage/core-plugin-api';
import { Flex, NumberField, Text } from '@backstage/ui';
import type { JobView, Run } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ConfirmDialog } from '../../components';
import { useApiResource } from '../../hooks';
import { useScalephTranslation } from '../../translation';

/** With how many tasks a job runs now: that of its widest vertex. */
const widthOf = ({ vertices }: JobView) =>
  Math.max(0, ...vertices.map(({ parallelism }) => parallelism)) || undefined;

const OpenDialog = (props: {
  run: Run;
  onConfirm(parallelism: number): Promise<void>;
  onClose(): void;
}) => {
  const { run, onConfirm } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [chosen, setChosen] = useState<number>();
  const job = useApiResource(
    signal => api.getRunJob(run.id, { signal }),
    [api, run.id],
  );
  const present = job.value && widthOf(job.value);
  const wished = run.document.spec.env?.parallelism ?? 1;
  const parallelism = chosen ?? present ?? wished;
  return (
    <ConfirmDialog
      isOpen
      title={t('job.action.rescale.title', { pipeline: run.pipeline })}
      confirmLabel={t('job.action.name.rescale')}
      isBlocked={!Number.isInteger(parallelism) || parallelism < 1}
      onConfirm={() => onConfirm(parallelism)}
      onClose={props.onClose}
    >
      <Flex direction="column" gap="4">
        <Text>{t('job.action.rescale.help')}</Text>
        <NumberField
          label={t('job.settings.parallelism')}
          description={
            present === undefined
              ? undefined
              : t('job.action.rescale.now', { parallelism: String(present) })
          }
          minValue={1}
          maxValue={1024}
          value={parallelism}
          onChange={setChosen}
        />
      </Flex>
    </ConfirmDialog>
  );
};

/** Asks for the new parallelism of a running job. @internal */
export const RescaleDialog = (props: {
  isOpen: boolean;
  run: Run;
  onConfirm(parallelism: number): Promise<void>;
  onClose(): void;
}) => (props.isOpen ? <OpenDialog {...props} /> : null);
