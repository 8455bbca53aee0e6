import {
  Button,
  ButtonIcon,
  Menu,
  MenuItem,
  MenuTrigger,
  SearchField,
  Skeleton,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  RiBarChart2Line,
  RiDownloadLine,
  RiFileCopyLine,
  RiStopCircleLine,
  RiTableLine,
} from '@remixicon/react';
import { toError } from '@backstage/errors';
import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import {
  lazy,
  Suspense,
  useDeferredValue,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { EmptyState } from '../../components';
import { useNotify } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import type { StatementRun } from '../run/StatementRun';
import { ExportFormat, toFile, toTsv } from './exportRows';
import { ErrorNotice } from './ErrorNotice';
import type { SqlValue } from './ResultRows';
import { ResultStatus } from './ResultStatus';
import { ResultTable } from './ResultTable';
import { saveFile } from './saveFile';
import { ResultSort, viewOf } from './values';
import { ValueDialog } from './ValueDialog';
import classes from './ResultView.module.css';

const ResultChart = lazy(() => import('./ResultChart'));
const FORMATS: ExportFormat[] = ['csv', 'json', 'parquet'];

/** What became of one statement: its rows, its progress, or why it failed. */
export const ResultView = (props: {
  run: StatementRun;
  onShowError?(): void;
  onRunAgain?(): void;
}) => {
  const { run } = props;
  const { t } = useScalephTranslation();
  const notify = useNotify();
  const view = useSyncExternalStore(run.subscribe, run.snapshot);
  const [shown, setShown] = useState<'table' | 'changes' | 'chart'>('table');
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<ResultSort>();
  const [open, setOpen] = useState<{ column: SqlColumn; value: SqlValue }>();
  const wanted = useDeferredValue(filter);

  const { columns, isChangelog } = run.rows;
  const isLog = shown === 'changes' && isChangelog;
  const { rows, kinds } = useMemo(
    () =>
      isLog ? run.rows.changes() : { rows: run.rows.state(), kinds: undefined },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version says that rows came
    [run, isLog, view.version],
  );
  const places = useMemo(
    () => viewOf(rows, columns, wanted, sort),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the log is one growing array
    [rows, columns, wanted, sort, view.version],
  );
  const chosen = () => places.map(place => rows[place]);

  const download = async (format: ExportFormat) => {
    try {
      saveFile(await toFile(format, columns, chosen()), `result.${format}`);
    } catch (cause) {
      const { message } = toError(cause);
      notify({
        title: t('sql.result.downloadFailed', { message }),
        status: 'danger',
      });
    }
  };
  const copy = async () => {
    const head = columns.map(it => it.name);
    await navigator.clipboard.writeText(toTsv([head, ...chosen()]));
    notify({ title: t('common.action.copied'), status: 'success' });
  };

  const isRunning = view.status === 'running';
  const isLost = view.status === 'lost';
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <ResultStatus
          run={run}
          view={view}
          total={rows.length}
          shown={places.length}
        />
        {isRunning && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiStopCircleLine />}
            onPress={() => void run.cancel()}
          >
            {t('sql.action.stop')}
          </Button>
        )}
        {columns.length > 0 && (
          <div className={classes.tools}>
            <SearchField
              className={classes.filter}
              size="small"
              aria-label={t('sql.result.filter')}
              placeholder={t('sql.result.filter')}
              value={filter}
              onChange={setFilter}
            />
            <ToggleButtonGroup
              aria-label={t('sql.result.view.label')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[isLog ? 'changes' : shown]}
              onSelectionChange={keys =>
                setShown(String([...keys][0]) as typeof shown)
              }
            >
              <ToggleButton
                id="table"
                aria-label={t('sql.result.view.table')}
                iconStart={<RiTableLine />}
              />
              {isChangelog && (
                <ToggleButton id="changes">
                  {t('sql.result.view.changes')}
                </ToggleButton>
              )}
              <ToggleButton
                id="chart"
                aria-label={t('sql.result.view.chart')}
                iconStart={<RiBarChart2Line />}
              />
            </ToggleButtonGroup>
            {navigator.clipboard && (
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<RiFileCopyLine />}
                aria-label={t('sql.result.copyAll')}
                onPress={copy}
              />
            )}
            <MenuTrigger>
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<RiDownloadLine />}
                aria-label={t('sql.result.download')}
              />
              <Menu>
                {FORMATS.map(format => (
                  <MenuItem key={format} onAction={() => download(format)}>
                    {t(`sql.result.format.${format}`)}
                  </MenuItem>
                ))}
              </Menu>
            </MenuTrigger>
          </div>
        )}
      </div>
      {view.error && (
        <ErrorNotice
          title={t(isLost ? 'sql.result.lost' : 'sql.result.failed')}
          error={view.error}
          statement={run.statement}
          onShow={props.onShowError}
          onRetry={isLost ? () => void run.retry() : undefined}
        />
      )}
      {view.gone && (
        <EmptyState
          title={t('sql.result.gone')}
          actions={
            props.onRunAgain && (
              <Button
                size="small"
                variant="secondary"
                onPress={props.onRunAgain}
              >
                {t('sql.result.again')}
              </Button>
            )
          }
        />
      )}
      {columns.length === 0 && isRunning && !view.gone && (
        <div className={classes.waiting}>
          <Skeleton width="100%" height={28} />
          <Skeleton width="100%" height={28} />
          <Skeleton width="100%" height={28} />
        </div>
      )}
      {columns.length === 0 && view.status === 'finished' && !view.gone && (
        <EmptyState title={t('sql.result.done')} />
      )}
      {columns.length > 0 && shown !== 'chart' && (
        <ResultTable
          label={t('sql.result.label')}
          columns={columns}
          rows={rows}
          kinds={kinds}
          places={places}
          sort={sort}
          onSort={setSort}
          onOpen={(column, value) => setOpen({ column, value })}
        />
      )}
      {columns.length > 0 && shown === 'chart' && (
        <Suspense fallback={<Skeleton width="100%" height="100%" />}>
          <ResultChart columns={columns} rows={rows} places={places} />
        </Suspense>
      )}
      {open && <ValueDialog {...open} onClose={() => setOpen(undefined)} />}
    </div>
  );
};
