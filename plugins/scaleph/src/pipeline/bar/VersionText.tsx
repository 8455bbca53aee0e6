import { Text } from '@backstage/ui';
import { memo } from 'react';
import { useScalephTranslation } from '../../translation';

/** `v3 published, draft has changes`. @internal */
export const VersionText = memo(
  (props: { publishedVersion?: number; hasChanges: boolean }) => {
    const { t } = useScalephTranslation();
    if (props.publishedVersion === undefined) {
      return <Text weight="bold">{t('pipeline.version.none')}</Text>;
    }
    const version = String(props.publishedVersion);
    return (
      <Text weight="bold">
        {props.hasChanges
          ? t('pipeline.version.changed', { version })
          : t('pipeline.version.published', { version })}
      </Text>
    );
  },
);
