import { Avatar, Button, Text } from '@backstage/ui';
import type { PipelineVersion } from '@scaleph/backstage-plugin-scaleph-common';
import { RelativeTime } from '../../components';
import { useScalephTranslation } from '../../translation';
import { useAuthors } from './useAuthors';
import classes from './Versions.module.css';

/** The history: each version with its message, its author and its time. @internal */
export const VersionList = (props: {
  versions: PipelineVersion[];
  chosen: number | undefined;
  onChoose(version: number): void;
  onMore?: () => void;
}) => {
  const { versions, chosen, onChoose, onMore } = props;
  const { t } = useScalephTranslation();
  const authorOf = useAuthors(
    versions.flatMap(it => [
      it.createdBy,
      ...(it.imported ? [it.imported.by] : []),
    ]),
  );
  return (
    <ul className={classes.list} aria-label={t('pipeline.versions.title')}>
      {versions.map(it => {
        const author = authorOf(it.createdBy);
        return (
          <li key={it.version}>
            <button
              type="button"
              className={classes.version}
              aria-pressed={it.version === chosen}
              onClick={() => onChoose(it.version)}
            >
              <Avatar
                size="small"
                purpose="decoration"
                src={author.picture ?? ''}
                name={author.name}
              />
              <span className={classes.about}>
                <span className={classes.message}>
                  <strong>v{it.version}</strong>{' '}
                  {it.message ?? t('pipeline.versions.noMessage')}
                </span>
                <Text variant="body-small" color="secondary">
                  {author.name}
                  {' · '}
                  <RelativeTime at={it.createdAt} />
                </Text>
                {it.imported && (
                  <Text variant="body-small" color="secondary">
                    {t('views.versions.imported', {
                      author: authorOf(it.imported.by).name,
                    })}{' '}
                    <RelativeTime at={it.imported.at} />
                  </Text>
                )}
              </span>
            </button>
          </li>
        );
      })}
      {onMore && (
        <li>
          <Button size="small" variant="tertiary" onPress={onMore}>
            {t('views.versions.more')}
          </Button>
        </li>
      )}
    </ul>
  );
};
