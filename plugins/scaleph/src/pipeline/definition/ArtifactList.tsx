import { Button, ButtonIcon } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import type { ArtifactRef } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { ArtifactField } from './ArtifactField';
import type { Artifacts } from './useArtifacts';
import classes from './JarView.module.css';

/** Further jars that a job needs on its class path. @internal */
export const ArtifactList = (props: {
  values: ArtifactRef[];
  owner: string;
  artifacts: Artifacts;
  readOnly: boolean;
  onChange(values: ArtifactRef[]): void;
}) => {
  const { values, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  // One that is not chosen yet is not part of the document.
  const [adding, setAdding] = useState(false);
  const shared = {
    owner: props.owner,
    artifacts: props.artifacts,
    readOnly,
  };
  const label = (index: number) =>
    t('pipeline.definition.library', { number: String(index + 1) });
  return (
    <div className={classes.list}>
      {values.map((value, index) => (
        // Jars have no other identity than their place.
        // eslint-disable-next-line react/no-array-index-key
        <div className={classes.item} key={index}>
          <ArtifactField
            {...shared}
            label={label(index)}
            value={value}
            onChange={next =>
              onChange(values.map((it, i) => (i === index ? next : it)))
            }
          />
          {!readOnly && (
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('pipeline.definition.removeLibrary', {
                number: String(index + 1),
              })}
              onPress={() => onChange(values.filter((_, i) => i !== index))}
            />
          )}
        </div>
      ))}
      {adding && (
        <ArtifactField
          {...shared}
          label={label(values.length)}
          onChange={next => {
            setAdding(false);
            onChange([...values, next]);
          }}
        />
      )}
      {!readOnly && !adding && (
        <div>
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiAddLine />}
            onPress={() => setAdding(true)}
          >
            {t('pipeline.definition.addLibrary')}
          </Button>
        </div>
      )}
    </div>
  );
};
