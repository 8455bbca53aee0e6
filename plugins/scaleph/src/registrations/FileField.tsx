import { Button, Flex, Text } from '@backstage/ui';
import type {
  DataSourceFileStatus,
  DataSourceTypeInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useRef, useState } from 'react';
import { ErrorText } from '../components';
import { useLanguage } from '../hooks';
import { formatBytes } from '../lib/format';
import { localize } from '../pipeline/lib/localize';
import { useScalephTranslation } from '../translation';
import { FileEdit, readFileEdit } from './lib/fileEdit';

type FileInfo = DataSourceTypeInfo['files'][number];

/** One file of a connection, e.g. a certificate: kept, chosen, or none. It is never shown. */
export const FileField = (props: {
  file: FileInfo;
  status: DataSourceFileStatus | undefined;
  value: FileEdit;
  onChange(value: FileEdit): void;
}) => {
  const { file, status, value, onChange } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState<'empty' | 'large' | 'unreadable'>();
  const title = localize(file.title, language);
  const limit = formatBytes(file.maxBytes, language);

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setReason(undefined);
    try {
      const read = await readFileEdit(chosen, file.maxBytes);
      if ('edit' in read) onChange(read.edit);
      else setReason(read.reason);
    } catch {
      // The browser says nothing of it that would help.
      setReason('unreadable');
    }
  };

  const said = {
    keep: t('dataSources.file.kept', { file: status?.filename ?? '' }),
    none: t('dataSources.file.none'),
    new: value.mode === 'new' ? value.filename : '',
  }[value.mode];
  const bytes = value.mode === 'new' ? value.bytes : status?.bytes;
  return (
    <Flex direction="column" gap="1" role="group" aria-label={title}>
      <Text variant="body-small">
        {title}
        {file.required && ` (${t('common.required')})`}
      </Text>
      {file.description && (
        <Text variant="body-small" color="secondary">
          {localize(file.description, language)}
        </Text>
      )}
      <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {said}
          {value.mode !== 'none' &&
            bytes !== undefined &&
            ` · ${formatBytes(bytes, language)}`}
        </Text>
        <Button
          size="small"
          variant="secondary"
          onPress={() => input.current?.click()}
        >
          {value.mode === 'none'
            ? t('dataSources.file.choose')
            : t('dataSources.file.replace')}
        </Button>
        {value.mode !== 'none' && !file.required && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange({ mode: 'none' })}
          >
            {t('dataSources.file.remove')}
          </Button>
        )}
        {status && value.mode !== 'keep' && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange({ mode: 'keep' })}
          >
            {t('dataSources.file.keep')}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={title}
          accept={file.accept}
          onChange={event => {
            void choose(event.target.files?.[0]);
            // The same file again is a change, too.
            event.target.value = '';
          }}
        />
      </Flex>
      {reason && (
        <Text role="alert">
          <ErrorText>{t(`dataSources.file.${reason}`, { limit })}</ErrorText>
        </Text>
      )}
    </Flex>
  );
};
