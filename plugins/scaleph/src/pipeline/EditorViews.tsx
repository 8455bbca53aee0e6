import { hasGraph } from '@scaleph/backstage-plugin-scaleph-common';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useMemo, useState } from 'react';
import { fittingTargets } from '../job/settings/chooseTarget';
import type { EditorData } from './hooks/useEditorData';
import type { EditorView } from './hooks/useEditorView';
import { useProblemJumps } from './hooks/useProblemJumps';
import { useStable } from './hooks/useStable';
import type { DraftState } from './lib/draftReducer';
import type { NodePlace } from './lib/editGraph';
import { PipelineBody } from './PipelineBody';
import type { PipelineBodyProps } from './PipelineBody';
import { ViewSwitch } from './ViewSwitch';

const ProblemsPanel = lazy(() => import('./problems/ProblemsPanel'));

/** @internal */
export interface EditorViewsProps
  extends Pick<
    PipelineBodyProps,
    'name' | 'onEdit' | 'onStart' | 'onQueryProblems' | 'say'
  > {
  data: EditorData;
  state: DraftState;
  shown: EditorView;
  editing: boolean;
  problems: DocumentProblem[];
  showsProblems: boolean;
  onShowProblems(show: boolean): void;
}

/** The views of a draft, what switches between them, and the list of its problems. @internal */
export const EditorViews = (props: EditorViewsProps) => {
  const { data, state, shown, editing, problems } = props;
  const { targets, watched } = data;
  const { view } = shown;
  const content = state.history.present;
  const { type, mode } = content.document.spec;
  const [place, setPlace] = useState<NodePlace>();
  const { jump, jumpTo } = useProblemJumps(view, content, shown.show);
  const fitting = useMemo(
    () => fittingTargets(targets, { spec: { type, mode } }),
    [targets, type, mode],
  );
  const onAdd = useStable(() => setPlace({}));
  const isDrawn = view === 'graph' || view === 'split' || view === 'table';
  const canAdd =
    editing && isDrawn && hasGraph(type) && !content.textProblems.length;
  return (
    <>
      <ViewSwitch
        type={type}
        view={view}
        isNarrow={shown.isNarrow}
        isFull={shown.isFull}
        onFull={shown.onFull}
        onView={shown.onView}
        onAdd={canAdd ? onAdd : undefined}
      />
      <PipelineBody
        name={props.name}
        view={view}
        state={state}
        draft={data.draft}
        editing={editing}
        problems={problems}
        catalogue={data.catalogue}
        metrics={watched.metrics}
        rates={watched.rates}
        targets={fitting}
        selected={shown.selected}
        jump={jump}
        onProblem={jumpTo}
        place={place}
        onPlace={setPlace}
        onSelect={shown.onSelect}
        onEdit={props.onEdit}
        onStart={props.onStart}
        onQueryProblems={props.onQueryProblems}
        say={props.say}
      />
      {props.showsProblems && (
        <Suspense fallback={null}>
          <ProblemsPanel
            problems={problems}
            onJump={jumpTo}
            onClose={() => props.onShowProblems(false)}
          />
        </Suspense>
      )}
    </>
  );
};
