import { Text } from '@backstage/ui';
import type {
  DataSource,
  DataSourceTypeInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { useScalephTranslation } from '../translation';
import { FileField } from './FileField';
import type { FileEdit } from './lib/fileEdit';
import classes from './RegistrationForm.module.css';

/** The files of a connection; folded while none is needed or there. */
export const FileFields = (props: {
  files: DataSourceTypeInfo['files'];
  stored: DataSource['files'] | undefined;
  edits: Record<string, FileEdit>;
  onChange(edits: Record<string, FileEdit>): void;
}) => {
  const { files, stored, edits, onChange } = props;
  const { t } = useScalephTranslation();
  const editOf = (name: string): FileEdit => edits[name] ?? { mode: 'none' };
  const given = files.filter(({ name }) => editOf(name).mode !== 'none');
  const [isOpen, setOpen] = useState(
    given.length > 0 || files.some(({ required }) => required),
  );
  if (!files.length) return null;
  return (
    <details
      className={classes.files}
      open={isOpen}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={classes.filesTitle}>
          {t('dataSources.file.title')}
        </span>{' '}
        <Text as="span" variant="body-small" color="secondary">
          {given.length
            ? t('dataSources.file.given', { count: given.length })
            : t('dataSources.file.none')}
        </Text>
      </summary>
      <div className={classes.part}>
        {files.map(file => (
          <FileField
            key={file.name}
            file={file}
            status={stored?.[file.name]}
            value={editOf(file.name)}
            onChange={edit => onChange({ ...edits, [file.name]: edit })}
          />
        ))}
      </div>
    </details>
  );
};
