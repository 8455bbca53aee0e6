import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import {
  quoteSqlName,
  isReservedSqlWord,
  splitStatements,
  SqlPlace,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useMemo, useRef, useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel, surfaceClass } from '../../components';
import { useOwnership, useUrlState } from '../../hooks';
import { useStable } from '../../pipeline/hooks/useStable';
import { useScalephTranslation } from '../../translation';
import { CachedSqlMetadata, SqlObjectPath } from '../completion/SqlMetadata';
import { SqlEditor, SqlEditorHandle } from '../editor';
import { SplitPane } from '../lib/SplitPane';
import { ResultPanel } from '../results/ResultPanel';
import { useSqlSession } from '../session/useSqlSession';
import type { StatementToRun } from '../run/StatementRunner';
import { ObjectTree } from '../tree/ObjectTree';
import { errorRange, plannerMarks } from './plannerMarks';
import { previewStatements } from './previewStatements';
import { sampleQuery } from './sampleQuery';
import { ScriptNotice } from './ScriptNotice';
import { SessionNotice } from './SessionNotice';
import { SqlDialogs } from './SqlDialogs';
import { SqlHeader } from './SqlHeader';
import { SqlDialog, SqlToolbar } from './SqlToolbar';
import { useConsoleRuns } from './useConsoleRuns';
import { useDraftText } from './useDraftText';
import { useRememberedOption } from './useRememberedOption';
import { useRestoredRuns } from './useRestoredRuns';
import { useSavedQuery } from './useSavedQuery';
import { useSqlPlans } from './useSqlPlans';
import { useSqlRunner } from './useSqlRunner';
import { useSqlVariables } from './useSqlVariables';
import { placeKey } from '../session/useSqlPlaces';
import classes from './SqlConsole.module.css';

const isWide = () => window.innerWidth >= 1000;
const NO_VARIABLES: Record<string, string> = {};

export interface SqlConsoleProps {
  place: SqlPlace;
  places: SqlPlace[];
  /** Absent where the place is given, as in a tab of an entity. */
  onPlace?(key: string): void;
  /** A script that the editor begins with, instead of the sample. */
  script?: string;
  /** Values of `${name}` that the user has not set; the same object while they are. */
  variables?: Record<string, string>;
  /** Under which text and variables are remembered; the place unless told. */
  draftKey?: string;
}

/** Editor on top, results below, the catalog on the left. */
export const SqlConsole = (props: SqlConsoleProps) => {
  const { place, places, onPlace } = props;
  const { dialect } = place;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const ownership = useOwnership();
  const [url, setUrl] = useUrlState({ session: '', query: '' });
  const { script, draftKey = placeKey(place) } = props;
  const [text, setText] = useDraftText(draftKey, script ?? sampleQuery(place));
  const { variables, setVariables } = useSqlVariables(
    draftKey,
    props.variables ?? NO_VARIABLES,
  );
  const [dialog, setDialog] = useState<SqlDialog>();
  const [selected, setSelected] = useState<string>();
  const [treeShown, setTreeShown] = useRememberedOption('tree', isWide());
  const [stopOnError, setStopOnError] = useRememberedOption(
    'stopOnError',
    true,
  );
  const editor = useRef<SqlEditorHandle>();

  const onSession = useCallback(
    (session: string) => setUrl({ session }),
    [setUrl],
  );
  const sessionState = useSqlSession(place, url.session, onSession);
  const { session } = sessionState;
  const saved = useSavedQuery(url.query, query => setText(query.sql));
  const sessionId = session?.state === 'open' ? session.id : undefined;
  const completes = place.features.includes('complete');
  const metadata = useMemo(
    () =>
      new CachedSqlMetadata(
        async query =>
          sessionId ? api.listSqlObjects(sessionId, query) : { items: [] },
        sessionId && completes
          ? (statement, position) =>
              api.completeSql(sessionId, { statement, position })
          : undefined,
      ),
    [api, sessionId, completes],
  );
  const { runner, runs } = useSqlRunner();
  const { run, errors, remember, objectsVersion, refreshObjects } =
    useConsoleRuns({
      place,
      runner,
      sessionState,
      metadata,
      variables,
      stopOnError,
    });
  const plans = useSqlPlans(variables);
  useRestoredRuns(runner, session);

  const diagnose = useCallback(
    (written: string) => plannerMarks(written, dialect, errors),
    [dialect, errors],
  );
  const list = useCallback(
    (path: SqlObjectPath) => metadata.list(path),
    [metadata],
  );

  const chosen = () => editor.current?.chosen() ?? [];
  const all = () => splitStatements(text, dialect);
  const start = (statements: StatementToRun[]) => {
    plans.forget();
    setSelected(undefined);
    void run(statements);
  };
  const explain = async () => {
    const [statement] = chosen();
    if (!statement || !session) return;
    setSelected('plan');
    const { error } = await plans.explain(session.id, statement.text);
    remember(statement.text, error);
  };
  const check = async () => {
    if (!session) return;
    for (const statement of all()) {
      if (!['select', 'insert', 'statementSet'].includes(statement.kind))
        continue;
      const { error } = await plans.ask(session.id, statement.text);
      remember(statement.text, error);
    }
  };
  const showError = (statement: string) => {
    const own = all().find(it => it.text === statement);
    const error = errors.get(statement);
    if (!own || !error) return;
    const { start: from, end } = errorRange(statement, error);
    editor.current?.select(own.start + from, own.start + end);
  };
  const insertName = useStable((name: string) => {
    const isReserved = (word: string) => isReservedSqlWord(word, dialect);
    editor.current?.insert(quoteSqlName(name, dialect, isReserved));
    editor.current?.focus();
  });
  const openTable = useStable((path: string[]) => {
    const isReserved = (word: string) => isReservedSqlWord(word, dialect);
    const name = path
      .map(it => quoteSqlName(it, dialect, isReserved))
      .join('.');
    start(splitStatements(`SELECT * FROM ${name} LIMIT 100`, dialect));
  });
  const onReady = useCallback((handle: SqlEditorHandle) => {
    editor.current = handle;
  }, []);

  let reason: string | undefined;
  if (sessionState.opening) reason = t('sql.session.opening');
  else if (session?.state === 'ended') reason = t('sql.session.isEnded');
  const isRunning = runs.some(it => !it.isOver);

  const work = (
    <SplitPane
      label={t('sql.split.results')}
      direction="column"
      storageKey="scaleph.sql.split.results"
      initial={46}
    >
      <SqlEditor
        label={t('sql.editor.label')}
        dialect={dialect}
        text={text}
        onChange={setText}
        onRun={start}
        onSave={() => setDialog('save')}
        metadata={metadata}
        diagnose={diagnose}
        onReady={onReady}
      />
      <ResultPanel
        runs={runs}
        plan={plans.plan}
        selected={selected}
        onSelect={setSelected}
        onRunAgain={statement => start(splitStatements(statement, dialect))}
        onShowError={showError}
      />
    </SplitPane>
  );
  return (
    <section
      className={`${classes.root} ${surfaceClass}`}
      aria-label={t('sql.title')}
    >
      <SqlHeader
        place={place}
        places={places}
        onPlace={onPlace}
        state={sessionState}
        onOpen={setDialog}
      />
      <SqlToolbar
        reason={reason}
        isRunning={isRunning}
        canExplain={place.features.includes('explain')}
        isFlink={dialect === 'flink'}
        treeShown={treeShown}
        stopOnError={stopOnError}
        onTree={() => setTreeShown(!treeShown)}
        onRun={() => start(chosen())}
        onRunAll={() => start(all())}
        onPreview={() => start(previewStatements(chosen()))}
        onStop={() => void runner.cancelAll()}
        onExplain={explain}
        onCheck={check}
        onFormat={() => editor.current?.format()}
        onStopOnError={() => setStopOnError(!stopOnError)}
        onOpen={setDialog}
      />
      <SessionNotice place={place} state={sessionState} />
      {script !== undefined && !saved.query && (
        <ScriptNotice
          edited={text !== script}
          onReset={() => setText(script)}
        />
      )}
      {saved.error && (
        <ErrorPanel title={t('sql.queries.openFailed')} error={saved.error} />
      )}
      {saved.query && (
        <div className={classes.query}>
          {t('sql.queries.current', { title: saved.query.title })}
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setUrl({ query: '' })}
          >
            {t('sql.queries.leave')}
          </Button>
        </div>
      )}
      <div className={classes.body}>
        <SplitPane
          label={t('sql.split.tree')}
          direction="row"
          storageKey="scaleph.sql.split.tree"
          initial={isWide() ? 20 : 45}
          firstHidden={!treeShown}
        >
          <ObjectTree
            list={list}
            version={objectsVersion}
            onRefresh={refreshObjects}
            onOpen={openTable}
            onInsert={insertName}
          />
          {work}
        </SplitPane>
      </div>
      <SqlDialogs
        dialog={dialog}
        place={place}
        state={sessionState}
        text={text}
        variables={variables}
        query={
          saved.query?.author === ownership?.user ? saved.query : undefined
        }
        onText={setText}
        onVariables={setVariables}
        onInsert={sql => {
          setText(`${text.trimEnd()}\n\n${sql};\n`);
          editor.current?.focus();
        }}
        onQuery={query => {
          saved.setQuery(query);
          setUrl({ query: query.id });
        }}
        onOperation={operation => setSelected(runner.open(operation).id)}
        onClose={() => setDialog(undefined)}
      />
    </section>
  );
};

export default SqlConsole;
