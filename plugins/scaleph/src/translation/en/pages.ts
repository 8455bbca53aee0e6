/** The page Scaleph and its sub-page Pipelines. */
export const pages = {
  title: 'Scaleph',
  tabs: {
    pipelines: 'Pipelines',
    runs: 'Runs',
    dataSources: 'Data sources',
    clusters: 'Clusters',
    sql: 'SQL',
  },
  filter: {
    any: 'Any',
    system: 'System',
    type: 'Type',
    state: 'Last run',
    mine: 'Mine',
  },
  pipelines: {
    search: 'Search pipelines',
    open: 'Open',
    run: 'Run version {{version}}',
    runUnpublished: 'Run (publish it first)',
    runFailed: 'Pipeline "{{name}}" was not started: {{message}}',
    loadFailed: 'The list of pipelines could not be loaded',
    none: 'No pipelines yet',
    noneHelp:
      'A pipeline reads data from a source, changes it and writes it to a sink. Choose how to make the first one.',
    noMatch: 'No pipeline matches the search and the filters',
    column: {
      name: 'Name',
      type: 'Type',
      owner: 'Owner',
      lastRun: 'Last run',
      duration: 'Duration',
      target: 'Target',
      changed: 'Changed',
      actions: 'Actions',
    },
  },
  new: {
    title: 'New pipeline',
    draft: 'Draw one',
    draftHelp: 'Start with an empty canvas and add nodes.',
    template: 'Use a template',
    templateHelp: 'Answer a form; source and sink are set up for you.',
    import: 'Import a file',
    importHelp: 'Bring a document (YAML, JSON) or an archive (ZIP).',
  },
  draft: {
    title: 'New pipeline',
    name: 'Name',
    nameHelp:
      'Letters, digits, "-", "_" and "."; it starts and ends with a letter or digit and cannot be changed later.',
    displayName: 'Title',
    owner: 'Owner',
    system: 'System',
    type: 'Type',
    types: {
      seatunnel: 'SeaTunnel: a graph of sources, transforms and sinks',
      'flink-sql': 'Flink SQL: a script',
      'flink-cdc': 'Flink CDC: databases kept in step',
      'flink-jar': 'Flink job in a jar',
    },
    mode: 'Mode',
    modes: {
      batch: 'Batch: reads what is there and ends',
      streaming: 'Streaming: goes on until it is stopped',
    },
    create: 'Create draft',
  },
  create: {
    failed: 'Pipeline "{{name}}" was not created',
    waiting: 'Created. Waiting for the catalog to list it…',
    late: 'Pipeline "{{name}}" is created, but the catalog does not list it yet',
    open: 'Open its page',
  },
  import: {
    refused: {
      large:
        '{{name}} is larger than {{limit}}: a document is a text of some lines',
      binary:
        '{{name}} is no text: choose a YAML or JSON document, or an archive whose name ends in .zip',
      empty: '{{name}} is empty',
      unreadable: '{{name}} could not be read',
    },
    title: 'Import a pipeline',
    file: 'Choose a file',
    text: 'Document (YAML or JSON)',
    problems: 'Problems of the document',
    checkFailed: 'The document could not be checked',
    good: 'Pipeline "{{name}}" has no problems.',
    line: '(line {{line}})',
    severity: { error: 'Error:', warning: 'Warning:' },
  },
  delete: {
    title: 'Delete pipeline "{{name}}"?',
    draft:
      'The draft is deleted, and its page leaves the catalog. It was never published, so no run is affected.',
    versions_one:
      'The draft and {{count}} published version are deleted, and its page leaves the catalog. Finished runs stay until their retention ends.',
    versions_other:
      'The draft and {{count}} published versions are deleted, and its page leaves the catalog. Finished runs stay until their retention ends.',
  },
} as const;
