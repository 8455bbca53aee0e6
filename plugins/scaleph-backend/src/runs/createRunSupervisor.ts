import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';
import { JobEnding } from './JobEnding';
import { ObservationRecorder } from './ObservationRecorder';
import { RunEnding } from './RunEnding';
import { RunFaults } from './RunFaults';
import { RunFollower } from './RunFollower';
import { RunLogImporter } from './RunLogImporter';
import { RunNodeKinds } from './RunNodeKinds';
import { RunNotifier } from './RunNotifier';
import { RunObserver } from './RunObserver';
import { RunOperator } from './RunOperator';
import { RunReconciler } from './RunReconciler';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunRedeployer } from './RunRedeployer';
import { RunRestorer } from './RunRestorer';
import { RunSettings } from './runSettings';
import { RunSignals } from './RunSignals';
import { RunStopper } from './RunStopper';
import { RunStore } from './RunStore';
import { RunSubmitter } from './RunSubmitter';
import { RunSupervisor, RunSupervisorOptions } from './RunSupervisor';
import { RunSuspender } from './RunSuspender';
import { RunUpgrader } from './RunUpgrader';
import { SnapshotStore } from './SnapshotStore';
import { UncertainSubmits } from './UncertainSubmits';

/** Puts the supervisor of one process together from its parts. @internal */
export function createRunSupervisor(deps: {
  store: RunStore;
  snapshots: Pick<SnapshotStore, 'newestOfRun'>;
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
  const submits = new UncertainSubmits({ ...deps, ...settings });
  const redeployer = new RunRedeployer({ ...deps, recorder });
  const stopper = new RunStopper({ ...deps, recorder });
  const suspender = new RunSuspender({ ...deps, stopper, recorder });
  const importer = new RunLogImporter({
    observer,
    recorder,
    maxLines: settings.maxLogLines,
  });
  const kinds = new RunNodeKinds(deps.store);
  const observations = new ObservationRecorder({ recorder, kinds });
  const endings = new JobEnding({
    ...deps,
    importer,
    suspender,
    restorer: new RunRestorer({ ...deps, redeployer, recorder }),
    observations,
    kinds,
  });
  const reconciler = new RunReconciler({
    follower: new RunFollower({
      ...deps,
      observer,
      submits,
      suspender,
      importer,
      observations,
      endings,
      recorder,
    }),
    recorder,
    redeployer,
    stopper,
    suspender,
    submitter: new RunSubmitter({ ...deps, observer, recorder, submits }),
    operator: new RunOperator({ ...deps, recorder }),
    upgrader: new RunUpgrader({ ...deps, redeployer, recorder }),
    ending: new RunEnding({
      ...deps,
      recorder,
      notifier: new RunNotifier(deps),
    }),
  });
  return new RunSupervisor({
    ...deps,
    reconciler,
    maxActive: settings.maxActive,
  });
}
