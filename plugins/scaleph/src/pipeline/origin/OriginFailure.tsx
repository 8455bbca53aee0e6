import {
  ANNOTATION_VIEW_URL,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useAsyncEntity, useEntity } from '@backstage/plugin-catalog-react';
import { Button, ButtonLink, Flex } from '@backstage/ui';
import { EmptyState } from '../../components';
import { useScalephTranslation } from '../../translation';
import { useReadAgain } from './useReadAgain';

/** Why the file that an entity names gave no pipeline. @internal */
export const OriginFailure = ({ message }: { message: string }) => {
  const { t } = useScalephTranslation();
  const { entity } = useEntity();
  const { refresh } = useAsyncEntity();
  const { isReading, readAgain } = useReadAgain(
    stringifyEntityRef(entity),
    message,
    () => refresh?.(),
  );
  const view = entity.metadata.annotations?.[ANNOTATION_VIEW_URL];
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
      actions={
        <Flex gap="2">
          <Button variant="primary" isDisabled={isReading} onPress={readAgain}>
            {t(isReading ? 'origin.reading' : 'origin.readAgain')}
          </Button>
          {view && /^https?:\/\//.test(view) && (
            <ButtonLink
              variant="secondary"
              href={view}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('origin.failed.open')}
            </ButtonLink>
          )}
        </Flex>
      }
    />
  );
};
