import { Flex, NumberField, Text } from '@backstage/ui';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../../components';
import { useScalephTranslation } from '../../translation';

/** Asks for the new parallelism of a running job. @internal */
export const RescaleDialog = (props: {
  isOpen: boolean;
  run: Run;
  onConfirm(parallelism: number): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, run, onConfirm } = props;
  const { t } = useScalephTranslation();
  const present = run.document.spec.env?.parallelism ?? 1;
  const [parallelism, setParallelism] = useState(present);
  useEffect(() => {
    if (isOpen) {
      setParallelism(present);
    }
  }, [isOpen, present]);
  return (
    <ConfirmDialog
      isOpen={isOpen}
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
          minValue={1}
          maxValue={1024}
          value={parallelism}
          onChange={setParallelism}
        />
      </Flex>
    </ConfirmDialog>
  );
};
