import { Text } from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { CommitField } from '../drawer/CommitField';
import { ArtifactField } from './ArtifactField';
import { ArtifactList } from './ArtifactList';
import type { DefinitionViewProps } from './DefinitionView';
import { EntryClassField } from './EntryClassField';
import { useArtifacts } from './useArtifacts';
import classes from './JarView.module.css';

type Jar = NonNullable<PipelineDocument['spec']['jar']>;

/** A Flink job in a jar: which one, its class, its arguments. @internal */
export const JarView = (props: DefinitionViewProps) => {
  const { document, readOnly, problems } = props;
  const { t } = useScalephTranslation();
  const artifacts = useArtifacts();
  const { jar } = document.spec;
  const edit = (next: Jar) =>
    props.onEdit({ ...document, spec: { ...document.spec, jar: next } });
  const errorAt = (field: string) =>
    problems.find(({ pointer }) => pointer.startsWith(`/spec/jar${field}`))
      ?.message;
  const known =
    jar && 'upload' in jar.artifact ? jar.artifact.upload : undefined;
  const classesOfJar =
    artifacts.items?.find(({ name }) => name === known)?.entryClasses ?? [];
  return (
    <div className={classes.root}>
      <div className={classes.form}>
        <ArtifactField
          label={t('pipeline.definition.artifact')}
          description={t('pipeline.definition.artifactHelp')}
          value={jar?.artifact}
          owner={document.metadata.owner}
          artifacts={artifacts}
          readOnly={readOnly}
          error={errorAt('/artifact') ?? (jar ? undefined : errorAt(''))}
          onChange={artifact => edit({ ...jar, artifact })}
        />
        {jar && (
          <>
            <EntryClassField
              key={known}
              value={jar.entryClass}
              known={classesOfJar}
              readOnly={readOnly}
              error={errorAt('/entryClass')}
              onChange={entryClass => edit({ ...jar, entryClass })}
            />
            <CommitField
              label={t('pipeline.definition.arguments')}
              description={t('pipeline.definition.argumentsHelp')}
              value={(jar.arguments ?? []).join('\n')}
              readOnly={readOnly}
              multiline
              error={errorAt('/arguments')}
              onCommit={text =>
                edit({
                  ...jar,
                  arguments: text === '' ? undefined : text.split('\n'),
                })
              }
            />
            <div>
              <Text as="h3" variant="body-medium" weight="bold">
                {t('pipeline.definition.libraries')}
              </Text>
              <Text as="p" variant="body-small" color="secondary">
                {t('pipeline.definition.librariesHelp')}
              </Text>
              <ArtifactList
                values={jar.libraries ?? []}
                owner={document.metadata.owner}
                artifacts={artifacts}
                readOnly={readOnly}
                onChange={libraries =>
                  edit({
                    ...jar,
                    libraries: libraries.length ? libraries : undefined,
                  })
                }
              />
            </div>
          </>
        )}
      </div>
    </div>
  );
};

export default JarView;
