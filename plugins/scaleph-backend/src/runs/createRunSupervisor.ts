import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';
import { RunEnding } from './RunEnding';
import { RunFaults } from './RunFaults';
import { RunLogImporter } from './RunLogImporter';
import { RunNodeKinds } from './RunNodeKinds';
import { RunNotifier } from './RunNotifier';
import { RunObserver } from './RunObserver';
import { RunReconciler } from './RunReconciler';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunSettings } from './runSettings';
import { RunSignals } from './RunSignals';
import { RunStopper } from './RunStopper';
import { RunStore } from './RunStore';
import { RunSubmitter } from './RunSubmitter';
import { RunSupervisor, RunSupervisorOptions } from './RunSupervisor';

/** Puts the supervisor of one process together from its parts. @internal */
export function createRunSupervisor(deps: {
  store: RunStore;
  signals: RunSignals;
  engines: EngineRegistry;
  targets: TargetDirectory;
  artifacts: ArtifactReader;
  dataSources: Pick<DataSourceDirectory, 'connectionsWithSecrets'>;
  notifications: NotificationService;
  faults: RunFaults;
  logger: LoggerService;
  settings: RunSettings;
  instance: string;
  timing?: RunSupervisorOptions['timing'];
  onEnd?: (run: SupervisedRun) => void;
}): RunSupervisor {
  const { settings } = deps;
  const observer = new RunObserver(deps);
  const recorder = new RunRecorder({
    ...deps,
    cleanUpDelayMs: settings.cleanUpDelayMs,
  });
  const reconciler = new RunReconciler({
    observer,
    recorder,
    submitter: new RunSubmitter({ ...deps, observer, recorder }),
    stopper: new RunStopper({ ...deps, recorder }),
    ending: new RunEnding({
      ...deps,
      recorder,
      notifier: new RunNotifier(deps),
    }),
    importer: new RunLogImporter({
      observer,
      recorder,
      maxLines: settings.maxLogLines,
    }),
    kinds: new RunNodeKinds(deps.store),
    faults: deps.faults,
    logger: deps.logger,
  });
  return new RunSupervisor({
    ...deps,
    reconciler,
    maxActive: settings.maxActive,
  });
}
