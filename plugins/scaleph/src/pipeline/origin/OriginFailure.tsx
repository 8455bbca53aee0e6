import { EmptyState } from '../../components';
import { useScalephTranslation } from '../../translation';

/** Why the file that an entity names gave no pipeline. @internal */
export const OriginFailure = ({ message }: { message: string }) => {
  const { t } = useScalephTranslation();
  return (
    <EmptyState
      title={t('origin.failed.title')}
      description={
        <>
          {message}
          <br />
          {t('origin.failed.help')}
        </>
      }
    />
  );
};
