/** Pipelines that come from a repository. */
export const origin = {
  from: 'From {{file}} in its repository',
  commit: 'at commit {{commit}}',
  read: 'read',
  open: 'Open the file',
  error: 'The newest file was not taken: what was read before stays',
  running:
    'What runs is version {{running}}{{commit}}; the repository is at version {{newest}}',
  runningCommit: ' (commit {{commit}})',
  unchanged: 'Nothing has changed',
  local: 'Your edit is in this browser tab only',
  discard: 'Discard the edit',
  patch: 'Download patch',
  patchFailed: 'The patch of pipeline {{name}} could not be made',
  pullRequest: 'Pull request',
  pull: {
    title: 'Open a pull request',
    help: 'Your edit goes on a branch of its own; the pipeline changes here once it is merged.',
    subject: 'Title',
    example: 'Change pipeline {{name}}',
    description: 'Description',
    open: 'Open pull request',
    failed: 'The pull request could not be started',
    missing:
      'The portal has no template for it: register examples/templates/pipeline-pull-request, or download the patch',
    started: 'The pull request is being made',
    follow: 'Follow it',
  },
  detach: {
    action: 'Detach from repository',
    title: 'Detach {{name}} from its repository?',
    help: 'The pipeline keeps its versions and is edited here from now on. What changes in {{file}} no longer arrives; take the annotation off the entity, or it will tell of a conflict.',
    confirm: 'Detach',
  },
  failed: {
    title: 'The pipeline of this entity could not be taken over',
    help: 'Mend it in the repository; the catalog reads it again within minutes.',
  },
} as const;
