import { Button, Select, Switch, Text } from '@backstage/ui';
import { RiDownloadLine, RiRefreshLine } from '@remixicon/react';
import type { ClusterProcess } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import {
  CopyButton,
  DebouncedSearch,
  EmptyState,
  ErrorPanel,
} from '../../components';
import { useLanguage, useUrlState } from '../../hooks';
import { formatBytes } from '../../lib/format';
import { downloadText } from '../../runs/lib/downloadText';
import { useScalephTranslation } from '../../translation';
import { findTextLines, TextLevel, toTextLines } from '../lib/logLevels';
import { TextLines } from './TextLines';
import {
  isForbidden,
  TextChoice,
  TextSource,
  useProcessText,
} from './useProcessText';
import log from '../../runs/RunLog.module.css';

const TEXTS = ['log', 'stdout', 'thread-dump'] as const;
const LEVELS: TextLevel[] = ['debug', 'info', 'warn', 'error'];

/** Chooses a process and one of its texts, and follows it. @internal */
export const ProcessReader = (props: {
  source: TextSource;
  processes: ClusterProcess[];
  /** Whether the texts may still grow. */
  isGrowing: boolean;
  /** Of a download, its beginning. */
  fileName: string;
}) => {
  const { source, processes, isGrowing, fileName } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const [url, setUrl] = useUrlState({
    process: '',
    text: 'log',
    file: '',
    level: '',
    find: '',
  });
  const [following, setFollowing] = useState(true);
  const [atEnd, setAtEnd] = useState(true);
  const [wrap, setWrap] = useState(false);
  const process = processes.find(it => it.id === url.process) ?? processes[0];
  const kinds = TEXTS.filter(it => !process?.missing?.includes(it));
  const text = kinds.find(it => it === url.text) ?? kinds[0] ?? 'log';
  const file = process?.logs.find(it => it.name === url.file)?.name;
  const level = LEVELS.find(it => it === url.level);
  const choice: TextChoice | undefined = process && {
    process: process.id,
    text,
    ...(text === 'log' && file && { file }),
  };
  const isLive = isGrowing && text !== 'thread-dump';
  const followed = useProcessText(source, choice, isLive && following);
  const { lines, open, truncated } = followed.text;
  const all = useMemo(
    () => toTextLines(open ? [...lines, open] : lines),
    [lines, open],
  );
  const shown = useMemo(
    () => findTextLines(all, url.find, level),
    [all, url.find, level],
  );
  const asText = useMemo(() => shown.map(it => it.text).join('\n'), [shown]);
  if (followed.error && isForbidden(followed.error)) {
    return (
      <EmptyState
        title={t('job.logs.notAllowed')}
        description={followed.error.message}
        actions={
          <Button variant="secondary" onPress={followed.reload}>
            {t('common.action.retry')}
          </Button>
        }
      />
    );
  }
  let note: string | undefined;
  if (followed.at && !shown.length) {
    note = all.length ? t('runs.log.noMatch') : t('runs.log.empty');
  } else if (truncated && !url.find && !level) {
    note = t('job.logs.truncated');
  }
  return (
    <>
      <div className={log.bar}>
        <Select
          className={log.select}
          size="small"
          aria-label={t('job.logs.process')}
          options={processes.map(({ id, title }) => ({ id, label: title }))}
          value={process?.id ?? ''}
          onChange={key => setUrl({ process: String(key ?? ''), file: '' })}
        />
        <Select
          className={log.select}
          size="small"
          aria-label={t('job.logs.text')}
          options={kinds.map(id => ({ id, label: t(`job.logs.texts.${id}`) }))}
          value={text}
          onChange={key => setUrl({ text: String(key ?? 'log') })}
        />
        {text === 'log' && process && process.logs.length > 0 && (
          <Select
            className={log.select}
            size="small"
            aria-label={t('job.logs.file')}
            options={[
              { id: '', label: t('job.logs.mainFile') },
              ...process.logs.map(({ name, sizeBytes }) => ({
                id: name,
                label: `${name} (${formatBytes(sizeBytes, language)})`,
              })),
            ]}
            value={file ?? ''}
            onChange={key => setUrl({ file: String(key ?? '') })}
          />
        )}
        <Select
          className={log.select}
          size="small"
          aria-label={t('runs.log.level')}
          options={[
            { id: '', label: t('runs.log.anyLevel') },
            ...LEVELS.map(id => ({ id, label: t(`runs.log.levels.${id}`) })),
          ]}
          value={url.level}
          onChange={key => setUrl({ level: String(key ?? '') })}
        />
        <DebouncedSearch
          className={log.search}
          label={t('runs.log.search')}
          value={url.find}
          onChange={find => setUrl({ find })}
        />
      </div>
      <div className={log.bar}>
        {isLive && (
          <Switch
            label={t('runs.log.follow')}
            isSelected={following}
            onChange={setFollowing}
          />
        )}
        <Switch
          label={t('job.logs.wrap')}
          isSelected={wrap}
          onChange={setWrap}
        />
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiRefreshLine />}
          onPress={followed.reload}
        >
          {t('common.action.reload')}
        </Button>
        <CopyButton text={asText} />
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiDownloadLine />}
          onPress={() =>
            downloadText(
              `${fileName}-${process?.id ?? 'process'}-${text}.log`,
              asText,
            )
          }
        >
          {t('runs.log.download')}
        </Button>
        {!following && isLive && (
          <Text variant="body-small" color="secondary">
            {t('job.logs.paused')}
          </Text>
        )}
      </div>
      {followed.error && (
        <ErrorPanel
          title={t('job.logs.failed', { what: process?.title ?? '' })}
          error={followed.error}
          onRetry={followed.reload}
        />
      )}
      <TextLines
        lines={shown}
        label={t('job.logs.label', { what: process?.title ?? '' })}
        wrap={wrap}
        follow={following && isLive && atEnd}
        note={note}
        onFollow={setAtEnd}
      />
    </>
  );
};
