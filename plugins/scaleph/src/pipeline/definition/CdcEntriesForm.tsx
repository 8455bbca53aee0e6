import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import { useScalephTranslation } from '../../translation';
import { CommitField } from '../drawer/CommitField';
import type { CdcListName } from './cdcEdit';
import classes from './CdcView.module.css';

const FIELDS = {
  route: ['source-table', 'sink-table', 'replace-symbol', 'description'],
  transform: [
    'source-table',
    'projection',
    'filter',
    'primary-keys',
    'partition-keys',
    'description',
  ],
} as const;

/** Routes or transforms, one block each. @internal */
export const CdcEntriesForm = (props: {
  list: CdcListName;
  entries: Record<string, string>[];
  readOnly: boolean;
  onChange(entries: Record<string, string>[]): void;
}) => {
  const { list, entries, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  return (
    <section className={classes.side} aria-label={t(`pipeline.cdc.${list}`)}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t(`pipeline.cdc.${list}`)}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t(`pipeline.cdc.${list}Help`)}
      </Text>
      {entries.map((entry, index) => (
        // Entries have no other identity than their place.
        // eslint-disable-next-line react/no-array-index-key
        <div className={classes.entry} key={index}>
          <div className={classes.fields}>
            {FIELDS[list].map(field => (
              <CommitField
                key={field}
                label={field}
                value={entry[field] ?? ''}
                readOnly={readOnly}
                isRequired={field === 'source-table'}
                onCommit={text =>
                  onChange(
                    entries.map((it, i) =>
                      i === index ? { ...it, [field]: text.trim() } : it,
                    ),
                  )
                }
              />
            ))}
          </div>
          {!readOnly && (
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('pipeline.cdc.remove', {
                number: String(index + 1),
              })}
              onPress={() => onChange(entries.filter((_, i) => i !== index))}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <div>
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange([...entries, { 'source-table': 'db.\\.*' }])
            }
          >
            {t(`pipeline.cdc.${list}Add`)}
          </Button>
        </div>
      )}
    </section>
  );
};
