import { toError } from '@backstage/errors';
import type {
  CreateRunBody,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import type { PipelineDialog } from '../bar/PipelineBar';
import { asksBeforeRun } from '../lib/asksBeforeRun';
import type { EditorData } from './useEditorData';
import { useStable } from './useStable';

/**
 * The dialogs of the bar, and the run that starts without one when there is
 * nothing to ask.
 *
 * @param onStarted - is told when a run has been started
 * @internal
 */
export function useRunStart(
  { actions, watched, targets }: EditorData,
  onStarted: () => void,
) {
  const [dialog, setDialog] = useState<PipelineDialog>();
  const [runError, setRunError] = useState<Error>();
  const onRun = async (body?: CreateRunBody): Promise<Run> => {
    const run = await actions.run(body);
    onStarted();
    watched.watch(run.id);
    return run;
  };
  const onOpen = useStable(async (next: PipelineDialog) => {
    setRunError(undefined);
    if (next !== 'run') {
      setDialog(next);
      return;
    }
    try {
      const published = await actions.loadPublished();
      if (published && asksBeforeRun(published, targets)) {
        setDialog('run');
      } else {
        await onRun();
      }
    } catch (cause) {
      setRunError(toError(cause));
    }
  });
  return { dialog, setDialog, runError, onRun, onOpen };
}
