import { Select } from '@backstage/ui';
import { useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { CommitField } from '../drawer/CommitField';

const OTHER = ' other';

/** The class with the main method: one that the jar names, or any other. @internal */
export const EntryClassField = (props: {
  value?: string;
  /** Those of the jar, as far as they are known; the first is its manifest's. */
  known: string[];
  readOnly: boolean;
  error?: string;
  onChange(value: string | undefined): void;
}) => {
  const { value, known, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  const [isOther, setOther] = useState(false);
  const isListed = value === undefined || known.includes(value);
  if (known.length > 0 && isListed && !isOther) {
    return (
      <Select
        size="small"
        label={t('pipeline.definition.entryClass')}
        isDisabled={readOnly}
        options={[
          {
            id: '',
            label: t('pipeline.definition.entryClassManifest', {
              name: known[0],
            }),
          },
          ...known.slice(1).map(id => ({ id, label: id })),
          { id: OTHER, label: t('pipeline.definition.entryClassOther') },
        ]}
        value={value === known[0] ? '' : value ?? ''}
        onChange={key => {
          if (key === OTHER) setOther(true);
          else onChange(key ? String(key) : undefined);
        }}
      />
    );
  }
  return (
    <CommitField
      label={t('pipeline.definition.entryClass')}
      description={
        known.length
          ? t('pipeline.definition.entryClassKnown', { name: known[0] })
          : t('pipeline.definition.entryClassHelp')
      }
      value={value ?? ''}
      readOnly={readOnly}
      error={props.error}
      onCommit={text => {
        setOther(false);
        onChange(text.trim() || undefined);
      }}
    />
  );
};
