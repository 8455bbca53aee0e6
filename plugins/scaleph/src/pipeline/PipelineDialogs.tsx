import { diffPipelines } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  CreateRunBody,
  PipelineDocument,
  Run,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import type { PipelineDialog } from './bar/PipelineBar';
import { HelpDialog } from './dialogs/HelpDialog';
import { JobSettingsDialog } from './dialogs/JobSettingsDialog';
import { PublishDialog } from './dialogs/PublishDialog';
import { RetireDialog } from './dialogs/RetireDialog';
import { RunDialog } from './dialogs/RunDialog';
import { SettingsDialog } from './dialogs/SettingsDialog';
import type { DraftState } from './lib/draftReducer';
import { VersionsDialog } from './versions/VersionsDialog';

/** The dialogs of the bar; one is open at a time. @internal */
export const PipelineDialogs = (props: {
  name: string;
  dialog: PipelineDialog | undefined;
  state: DraftState;
  published: PipelineDocument | undefined;
  targets: Target[];
  readOnly: boolean;
  /** The user may change the draft, which is not read-only because of that. */
  canRestore: boolean;
  onRestore(document: PipelineDocument, version: number): void;
  onRetire(message: string): Promise<void>;
  onEdit(document: PipelineDocument): void;
  onPublish(message: string): Promise<void>;
  onRun(body: CreateRunBody): Promise<Run>;
  onClose(): void;
}) => {
  const { name, dialog, state, published, readOnly, onEdit, onClose } = props;
  const { document } = state.history.present;
  const version = state.pipeline.publishedVersion ?? 0;
  const publishing = dialog === 'publish';
  const changes = useMemo(
    () =>
      publishing && published ? diffPipelines(published, document) : undefined,
    [publishing, published, document],
  );
  return (
    <>
      <PublishDialog
        isOpen={publishing}
        pipeline={name}
        nextVersion={version + 1}
        changes={changes}
        onPublish={props.onPublish}
        onClose={onClose}
      />
      {published && (
        <RunDialog
          isOpen={dialog === 'run'}
          pipeline={name}
          version={version}
          document={published}
          targets={props.targets}
          onRun={async body => {
            await props.onRun(body);
          }}
          onClose={onClose}
        />
      )}
      <VersionsDialog
        isOpen={dialog === 'versions'}
        pipeline={name}
        draft={document}
        canRestore={props.canRestore}
        onRestore={props.onRestore}
        onClose={onClose}
      />
      <RetireDialog
        isOpen={dialog === 'retire'}
        pipeline={name}
        onRetire={props.onRetire}
        onClose={onClose}
      />
      <SettingsDialog
        isOpen={dialog === 'settings'}
        document={document}
        readOnly={readOnly}
        onEdit={onEdit}
        onClose={onClose}
      />
      <JobSettingsDialog
        isOpen={dialog === 'job-settings'}
        document={document}
        readOnly={readOnly}
        onEdit={onEdit}
        onClose={onClose}
      />
      <HelpDialog isOpen={dialog === 'help'} onClose={onClose} />
    </>
  );
};
