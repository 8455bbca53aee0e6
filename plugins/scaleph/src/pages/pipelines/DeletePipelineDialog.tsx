import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { PipelineSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { ConfirmDialog } from '../../components';
import { useScalephTranslation } from '../../translation';

/** Says what goes with the pipeline; a published one is typed by name. */
export const DeletePipelineDialog = (props: {
  pipeline: PipelineSummary;
  onDeleted(): void;
  onClose(): void;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { pipeline, onDeleted, onClose } = props;
  const { name, publishedVersion } = pipeline;
  return (
    <ConfirmDialog
      isOpen
      destructive
      title={t('pages.delete.title', { name })}
      confirmLabel={t('common.action.delete')}
      typeName={publishedVersion === undefined ? undefined : name}
      onConfirm={async () => {
        await api.deletePipeline(name, { ifMatch: pipeline.etag });
        onDeleted();
      }}
      onClose={onClose}
    >
      <Text>
        {publishedVersion === undefined
          ? t('pages.delete.draft')
          : t('pages.delete.versions', { count: publishedVersion })}
      </Text>
    </ConfirmDialog>
  );
};
