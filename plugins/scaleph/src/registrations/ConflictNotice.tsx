import { Alert, Button, Flex } from '@backstage/ui';
import { useScalephTranslation } from '../translation';

/** Somebody else saved in the meantime: nothing is lost until one chooses. */
export const ConflictNotice = (props: {
  /** That somebody else changed it, naming it. */
  title: string;
  onReload(): void;
  onOverwrite(): void;
}) => {
  const { t } = useScalephTranslation();
  return (
    <div role="alert">
      <Alert
        icon
        status="warning"
        title={props.title}
        description={t('dataSources.conflict.text')}
        customActions={
          <Flex gap="1">
            <Button size="small" variant="secondary" onPress={props.onReload}>
              {t('dataSources.conflict.reload')}
            </Button>
            <Button
              size="small"
              variant="secondary"
              destructive
              onPress={props.onOverwrite}
            >
              {t('dataSources.conflict.overwrite')}
            </Button>
          </Flex>
        }
      />
    </div>
  );
};
