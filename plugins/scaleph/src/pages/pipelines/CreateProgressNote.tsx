import { Link } from '@backstage/core-components';
import { Alert } from '@backstage/ui';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import { CreateProgress } from './useCreatePipeline';
import { usePipelineHref } from './useOpenPipeline';

/** Says where the making of a pipeline stands, when there is something to say. */
export const CreateProgressNote = (props: {
  name: string;
  progress: CreateProgress;
}) => {
  const { t } = useScalephTranslation();
  const hrefOf = usePipelineHref();
  const { name, progress } = props;
  if (progress.step === 'failed') {
    return (
      <ErrorPanel
        title={t('pages.create.failed', { name })}
        error={progress.error}
      />
    );
  }
  if (progress.step === 'waiting') {
    return (
      <div role="status">
        <Alert isPending status="info" title={t('pages.create.waiting')} />
      </div>
    );
  }
  if (progress.step === 'late') {
    const { entityRef } = progress.pipeline;
    return (
      <div role="status">
        <Alert
          status="warning"
          icon
          title={t('pages.create.late', { name: progress.pipeline.name })}
          description={
            <Link to={hrefOf(entityRef)}>{t('pages.create.open')}</Link>
          }
        />
      </div>
    );
  }
  return null;
};
