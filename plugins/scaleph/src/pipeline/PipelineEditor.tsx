import { ErrorPanel } from '../components';
import { useScalephTranslation } from '../translation';
import { useEditorData } from './hooks/useEditorData';
import { LoadedEditor } from './LoadedEditor';
import { PipelineSkeleton } from './PipelineSkeleton';

/** One pipeline: seen, edited, saved, published and run. @internal */
export const PipelineEditor = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const data = useEditorData(name);
  const { draft, catalogue } = data;
  const error = draft.error ?? catalogue.error;
  if (draft.state && catalogue.ready) {
    return <LoadedEditor name={name} data={data} state={draft.state} />;
  }
  return error ? (
    <ErrorPanel
      title={t('pipeline.loadFailed', { name })}
      error={error}
      onRetry={() => {
        draft.reload();
        catalogue.reload();
      }}
    />
  ) : (
    <PipelineSkeleton />
  );
};
