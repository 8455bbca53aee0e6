import { Button, Select, Switch } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import type { LogLevel, Run } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import { CopyButton, DebouncedSearch, ErrorPanel } from '../components';
import { useUrlState } from '../hooks';
import { useScalephTranslation } from '../translation';
import { downloadText } from './lib/downloadText';
import { searchLines, toLogText } from './lib/logText';
import { LogLines } from './LogLines';
import { useRunLog } from './useRunLog';
import classes from './RunLog.module.css';

const LEVELS: LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** The log of a run: live, filtered, searched, taken away. @internal */
export const RunLog = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const [url, setUrl] = useUrlState({ level: '', node: '', find: '' });
  const level = LEVELS.find(it => it === url.level);
  const log = useRunLog(run.id, { level, node: url.node || undefined });
  const [follow, setFollow] = useState(!isTerminal(run.state));
  const lines = useMemo(
    () => searchLines(log.lines, url.find),
    [log.lines, url.find],
  );
  const text = useMemo(() => lines.map(toLogText).join('\n'), [lines]);
  let note: string | undefined;
  if (log.ready && !lines.length) {
    note =
      url.find || url.level || url.node
        ? t('runs.log.noMatch')
        : t('runs.log.empty');
  }
  return (
    <>
      <div className={classes.bar}>
        <DebouncedSearch
          className={classes.search}
          label={t('runs.log.search')}
          value={url.find}
          onChange={find => setUrl({ find })}
        />
        <Select
          className={classes.select}
          size="small"
          aria-label={t('runs.log.level')}
          options={[
            { id: '', label: t('runs.log.anyLevel') },
            ...LEVELS.map(id => ({ id, label: t(`runs.log.levels.${id}`) })),
          ]}
          value={url.level}
          onChange={key => setUrl({ level: String(key ?? '') })}
        />
        <Select
          className={classes.select}
          size="small"
          aria-label={t('runs.nodes.node')}
          options={[
            { id: '', label: t('runs.log.anyNode') },
            ...run.document.spec.nodes.map(({ id }) => ({ id, label: id })),
          ]}
          value={url.node}
          onChange={key => setUrl({ node: String(key ?? '') })}
        />
        {!log.complete && (
          <Switch
            label={t('runs.log.follow')}
            isSelected={follow}
            onChange={setFollow}
          />
        )}
        <CopyButton text={text} />
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiDownloadLine />}
          onPress={() => downloadText(`${run.pipeline}-${run.id}.log`, text)}
        >
          {t('runs.log.download')}
        </Button>
      </div>
      {log.error && (
        <ErrorPanel
          title={t('runs.log.failed')}
          error={log.error}
          onRetry={log.retry}
        />
      )}
      <LogLines
        lines={lines}
        follow={follow && !log.complete}
        note={note}
        onFollow={setFollow}
      />
    </>
  );
};
