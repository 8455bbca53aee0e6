import { Button, Select, Text } from '@backstage/ui';
import { RiUploadLine } from '@remixicon/react';
import type { ArtifactRef } from '@scaleph/backstage-plugin-scaleph-common';
import { useId, useRef, useState } from 'react';
import { ErrorText } from '../../components';
import { useScalephTranslation } from '../../translation';
import { CommitField } from '../drawer/CommitField';
import type { Artifacts } from './useArtifacts';
import classes from './JarView.module.css';

type Place = 'upload' | 'url' | 'maven';
const PLACES: readonly Place[] = ['upload', 'url', 'maven'];

const MAVEN = /^[\w.-]+:[\w.-]+:[\w.-]+(:[\w.-]+)?$/;
const URL_START = /^https?:\/\/\S+$/;

function placeOf(value: ArtifactRef | undefined): Place {
  return PLACES.find(place => value && place in value) ?? 'upload';
}

/** A jar: one of the uploaded, a URL, or Maven coordinates. @internal */
export const ArtifactField = (props: {
  label: string;
  description?: string;
  value?: ArtifactRef;
  /** Of what is uploaded here. */
  owner: string;
  artifacts: Artifacts;
  readOnly: boolean;
  error?: string;
  onChange(value: ArtifactRef): void;
}) => {
  const { value, artifacts, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  const [chosen, setChosen] = useState<Place>();
  const file = useRef<HTMLInputElement>(null);
  const fileId = useId();
  const place = chosen ?? placeOf(value);
  const uploaded = value && 'upload' in value ? value.upload : undefined;
  const names = (artifacts.items ?? []).map(({ name }) => name);
  // A jar that is gone, or that the user may not see, stays what it is.
  const options =
    uploaded && !names.includes(uploaded) ? [uploaded, ...names] : names;

  const upload = async (picked: File | undefined) => {
    if (!picked) return;
    const artifact = await artifacts.upload(picked, props.owner);
    if (artifact) onChange({ upload: artifact.name });
  };
  return (
    <fieldset className={classes.artifact}>
      <legend className={classes.legend}>{props.label}</legend>
      {props.description && (
        <Text as="p" variant="body-small" color="secondary">
          {props.description}
        </Text>
      )}
      <div className={classes.row}>
        <Select
          size="small"
          label={t('pipeline.definition.place')}
          isDisabled={readOnly}
          options={PLACES.map(id => ({
            id,
            label: t(`pipeline.definition.places.${id}`),
          }))}
          value={place}
          onChange={next => setChosen(next as Place)}
        />
        <div className={classes.grow}>
          {place === 'upload' && (
            <Select
              size="small"
              label={t('pipeline.definition.uploaded')}
              placeholder={
                options.length
                  ? t('pipeline.definition.choose')
                  : t('pipeline.definition.noneUploaded')
              }
              isDisabled={readOnly || options.length === 0}
              search={
                options.length > 8
                  ? { placeholder: t('common.search') }
                  : undefined
              }
              options={options.map(name => ({ id: name, label: name }))}
              value={uploaded ?? null}
              onChange={next => next && onChange({ upload: String(next) })}
            />
          )}
          {place === 'url' && (
            <CommitField
              label={t('pipeline.definition.url')}
              value={value && 'url' in value ? value.url : ''}
              readOnly={readOnly}
              problem={text =>
                URL_START.test(text) ? undefined : t('common.field.pattern')
              }
              onCommit={url => onChange({ url })}
            />
          )}
          {place === 'maven' && (
            <CommitField
              label={t('pipeline.definition.maven')}
              value={value && 'maven' in value ? value.maven : ''}
              readOnly={readOnly}
              problem={text =>
                MAVEN.test(text) ? undefined : t('common.field.pattern')
              }
              onCommit={maven => onChange({ maven })}
            />
          )}
        </div>
        {place === 'upload' && !readOnly && (
          <>
            <input
              ref={file}
              id={fileId}
              className={classes.file}
              type="file"
              accept=".jar,application/java-archive"
              aria-label={t('pipeline.definition.upload')}
              onChange={event => {
                upload(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <Button
              size="small"
              variant="secondary"
              iconStart={<RiUploadLine />}
              isDisabled={artifacts.uploading !== undefined}
              onPress={() => file.current?.click()}
            >
              {artifacts.uploading
                ? t('pipeline.definition.uploading', {
                    name: artifacts.uploading.name,
                  })
                : t('pipeline.definition.upload')}
            </Button>
          </>
        )}
      </div>
      {place === 'upload' && artifacts.uploadError && (
        <ErrorText>{artifacts.uploadError.message}</ErrorText>
      )}
      {artifacts.error && <ErrorText>{artifacts.error.message}</ErrorText>}
      {props.error && <ErrorText>{props.error}</ErrorText>}
    </fieldset>
  );
};
