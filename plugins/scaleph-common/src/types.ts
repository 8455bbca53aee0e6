import { components, operations } from './generated/api';

/** The schemas of the API's contract, by name. @public */
export type ScalephSchemas = components['schemas'];

/** A pipeline as its owner writes it. @public */
export type PipelineDocument = ScalephSchemas['PipelineDocument'];
/** One step of a pipeline: a source, a transform or a sink. @public */
export type PipelineNode = ScalephSchemas['PipelineNode'];
/** Rows flow from one node to another. @public */
export type PipelineEdge = ScalephSchemas['PipelineEdge'];
/** A note on the canvas. @public */
export type PipelineComment = NonNullable<
  PipelineDocument['spec']['comments']
>[number];
/** Something wrong with a document, and where. @public */
export type DocumentProblem = ScalephSchemas['Problem'];
/** What a list of pipelines shows. @public */
export type PipelineSummary = ScalephSchemas['PipelineSummary'];
/** A pipeline with its draft. @public */
export type Pipeline = ScalephSchemas['Pipeline'];
/** @public */
export type PipelinePage = ScalephSchemas['PipelinePage'];
/** An immutable, numbered copy of a document. @public */
export type PipelineVersion = ScalephSchemas['PipelineVersion'];
/** @public */
export type PipelineVersionPage = ScalephSchemas['PipelineVersionPage'];
/** What differs in meaning between two versions. @public */
export type PipelineDiff = ScalephSchemas['PipelineDiff'];
/** One difference in meaning. @public */
export type DocumentChange = ScalephSchemas['DocumentChange'];
/** The artefacts that a run would submit, secrets masked. @public */
export type DeploymentPlanView = ScalephSchemas['DeploymentPlanView'];
/** Observed state of a run, under Flink's names. @public */
export type RunState = ScalephSchemas['RunState'];
/** A jar, wherever it is kept. @public */
export type ArtifactRef = ScalephSchemas['ArtifactRef'];
/** A jar that was uploaded. @public */
export type Artifact = ScalephSchemas['Artifact'];
/** @public */
export type ArtifactPage = ScalephSchemas['ArtifactPage'];
/** What happens when a cluster has forgotten the job of a run. @public */
export type Recovery = ScalephSchemas['Recovery'];
/** Settings of one run over those of the document. @public */
export type RunSettings = ScalephSchemas['RunSettings'];
/** The state that a run starts from. @public */
export type StartFrom = ScalephSchemas['StartFrom'];
/** What a user can ask of a run. @public */
export type RunActionName = ScalephSchemas['RunActionName'];
/** Something asked of a running job that takes a while. @public */
export type RunOperation = ScalephSchemas['RunOperation'];
/** @public */
export type RunOperationList = ScalephSchemas['RunOperationList'];
/** A savepoint or retained checkpoint that a run can start from. @public */
export type Snapshot = ScalephSchemas['Snapshot'];
/** @public */
export type SnapshotList = ScalephSchemas['SnapshotList'];
/** One vertex of a Flink job. @public */
export type JobVertex = ScalephSchemas['JobVertex'];
/** A Flink job as it is now. @public */
export type JobView = ScalephSchemas['JobView'];
/** @public */
export type JobThroughput = ScalephSchemas['JobThroughput'];
/** @public */
export type JobCheckpoint = ScalephSchemas['JobCheckpoint'];
/** @public */
export type JobCheckpoints = ScalephSchemas['JobCheckpoints'];
/** @public */
export type JobException = ScalephSchemas['JobException'];
/** @public */
export type JobExceptions = ScalephSchemas['JobExceptions'];
/** @public */
export type JobConfiguration = ScalephSchemas['JobConfiguration'];
/** @public */
export type ConfigurationEntry = ScalephSchemas['ConfigurationEntry'];
/** A JobManager or TaskManager. @public */
export type ClusterProcess = ScalephSchemas['ClusterProcess'];
/** @public */
export type ClusterProcessList = ScalephSchemas['ClusterProcessList'];
/** @public */
export type ProcessText = ScalephSchemas['ProcessText'];
/** What registers a cluster. @public */
export type TargetInput = ScalephSchemas['TargetInput'];
/** Of a target that was registered through the API. @public */
export type TargetRegistration = ScalephSchemas['TargetRegistration'];
/** @public */
export type TaskManager = ScalephSchemas['TaskManager'];
/** A job of a cluster, ours or not. @public */
export type ClusterJob = ScalephSchemas['ClusterJob'];
/** @public */
export type TargetOverview = ScalephSchemas['TargetOverview'];
/** @public */
export type TargetConfiguration = ScalephSchemas['TargetConfiguration'];
/** A configuration key of Flink. @public */
export type FlinkOption = ScalephSchemas['FlinkOption'];
/** Where SQL can run. @public */
export type SqlPlace = ScalephSchemas['SqlPlace'];
/** @public */
export type SqlDialect = ScalephSchemas['SqlDialect'];
/** @public */
export type SqlSessionInput = ScalephSchemas['SqlSessionInput'];
/** @public */
export type SqlSession = ScalephSchemas['SqlSession'];
/** @public */
export type SqlLimits = ScalephSchemas['SqlLimits'];
/** @public */
export type SqlStatementInput = ScalephSchemas['SqlStatementInput'];
/** A statement that runs or ran. @public */
export type SqlOperation = ScalephSchemas['SqlOperation'];
/** @public */
export type SqlError = ScalephSchemas['SqlError'];
/** @public */
export type SqlColumn = ScalephSchemas['SqlColumn'];
/** Rows of an operation. @public */
export type SqlPage = ScalephSchemas['SqlPage'];
/** @public */
export type SqlExecution = ScalephSchemas['SqlExecution'];
/** @public */
export type SqlExplanation = ScalephSchemas['SqlExplanation'];
/** One object of the metadata tree. @public */
export type SqlObject = ScalephSchemas['SqlObject'];
/** @public */
export type SqlHistoryEntry = ScalephSchemas['SqlHistoryEntry'];
/** @public */
export type SqlHistoryPage = ScalephSchemas['SqlHistoryPage'];
/** @public */
export type SqlQueryInput = ScalephSchemas['SqlQueryInput'];
/** A saved query. @public */
export type SqlQuery = ScalephSchemas['SqlQuery'];
/** @public */
export type SqlEnvironmentInput = ScalephSchemas['SqlEnvironmentInput'];
/** Shared initial SQL and variables. @public */
export type SqlEnvironment = ScalephSchemas['SqlEnvironment'];
/** What the user wants of a run. @public */
export type DesiredState = ScalephSchemas['DesiredState'];
/** What a list of runs shows. @public */
export type RunSummary = ScalephSchemas['RunSummary'];
/** One execution of one version on one target. @public */
export type Run = ScalephSchemas['Run'];
/** @public */
export type RunPage = ScalephSchemas['RunPage'];
/** Counters of one node of a run. @public */
export type NodeMetrics = ScalephSchemas['NodeMetrics'];
/** What a sink of a run has written, and where. @public */
export type RunOutput = ScalephSchemas['RunOutput'];
/** An entry of a run's timeline. @public */
export type RunEvent = ScalephSchemas['RunEvent'];
/** @public */
export type RunEventList = ScalephSchemas['RunEventList'];
/** @public */
export type RunLogLine = ScalephSchemas['RunLogLine'];
/** @public */
export type RunLogList = ScalephSchemas['RunLogList'];
/** @public */
export type LogLevel = ScalephSchemas['LogLevel'];
/** Values for the parameters of a document, by name. @public */
export type RunParameters = ScalephSchemas['RunParameters'];
/** Connection facts that pipelines share; of its secrets only which are set. @public */
export type DataSource = ScalephSchemas['DataSource'];
/** What creates or replaces a data source. @public */
export type DataSourceInput = ScalephSchemas['DataSourceInput'];
/** @public */
export type DataSourcePage = ScalephSchemas['DataSourcePage'];
/** The value of a secret, or the place where it is kept; null removes it. @public */
export type SecretInput = ScalephSchemas['SecretInput'];
/** Whether a secret is set, and where it is kept; never its value. @public */
export type SecretStatus = ScalephSchemas['SecretStatus'];
/** Outcome of trying a connection. @public */
export type ConnectionTest = ScalephSchemas['ConnectionTest'];
/** A kind of target, with the JSON schema of its configuration; a kind of data source is one as well. @public */
export type RegistrationTypeInfo = ScalephSchemas['RegistrationTypeInfo'];
/** A kind of data source, with the JSON schema of its configuration. @public */
export type DataSourceTypeInfo = ScalephSchemas['DataSourceTypeInfo'];
/** A kind of node, with the JSON schema of its options. @public */
export type ConnectorInfo = ScalephSchemas['ConnectorInfo'];
/** A place where pipelines run. @public */
export type Target = ScalephSchemas['Target'];
/** @public */
export type PipelineType = ScalephSchemas['PipelineType'];
/** @public */
export type NodeKind = ScalephSchemas['NodeKind'];
/** @public */
export type Mode = ScalephSchemas['Mode'];
/** @public */
export type ValidationResult = ScalephSchemas['ValidationResult'];
/** A text in English, and in Chinese where there is one. @public */
export type LocalizedText = ScalephSchemas['LocalizedText'];
/** Body of an error, in Backstage's form. @public */
export type ErrorResponse = ScalephSchemas['ErrorResponse'];

/** Query of an operation of the API. @public */
export type OperationQuery<Name extends keyof operations> = NonNullable<
  operations[Name]['parameters']['query']
>;
/** Body of a request for an operation of the API. @public */
export type OperationBody<Name extends keyof operations> =
  operations[Name] extends {
    requestBody: { content: { 'application/json': infer Content } };
  }
    ? Content
    : never;

/** @public */
export type ListPipelinesQuery = OperationQuery<'listPipelines'>;
/** @public */
export type ListVersionsQuery = OperationQuery<'listPipelineVersions'>;
/** @public */
export type DiffPipelineQuery = OperationQuery<'diffPipeline'>;
/** @public */
export type RetirePipelineBody = OperationBody<'retirePipeline'>;
/** @public */
export type ImportArchiveQuery = OperationQuery<'importArchive'>;
/** @public */
export type ListPipelineRunsQuery = OperationQuery<'listPipelineRuns'>;
/** @public */
export type ListRunsQuery = OperationQuery<'listRuns'>;
/** @public */
export type ListRunEventsQuery = OperationQuery<'listRunEvents'>;
/** @public */
export type ListRunLogsQuery = OperationQuery<'listRunLogs'>;
/** @public */
export type ListDataSourcesQuery = OperationQuery<'listDataSources'>;
/** @public */
export type ListConnectorsQuery = OperationQuery<'listConnectors'>;
/** @public */
export type GetConnectorQuery = OperationQuery<'getConnector'>;
/** Give either `document` or `yaml`. @public */
export type CreatePipelineBody = OperationBody<'createPipeline'>;
/** Give either `document` or `yaml`. @public */
export type UpdatePipelineBody = OperationBody<'updatePipeline'>;
/** Give either `document` or `yaml`. @public */
export type ValidatePipelineBody = OperationBody<'validatePipeline'>;
/** @public */
export type PublishPipelineBody = OperationBody<'publishPipeline'>;
/** @public */
export type PlanPipelineBody = OperationBody<'planPipeline'>;
/** @public */
export type CreateRunBody = OperationBody<'createRun'>;
/** @public */
export type RunActionBody = OperationBody<'actOnRun'>;
/** @public */
export type TestDataSourceBody = OperationBody<'testDataSource'>;
/** @public */
export type TestDataSourceConfigBody = OperationBody<'testDataSourceConfig'>;
/** @public */
export type ListRunOperationsQuery = OperationQuery<'listRunOperations'>;
/** Which text of which process. @public */
export type ProcessTextQuery = OperationQuery<'getRunJobText'>;
/** @public */
export type TestTargetBody = OperationBody<'testTarget'>;
/** @public */
export type TestTargetConfigBody = OperationBody<'testTargetConfig'>;
/** @public */
export type AdoptJobBody = OperationBody<'adoptJob'>;
/** A link to a cluster's own user interface, for a short time. @public */
export type TargetUiTicket =
  operations['createTargetUiTicket']['responses'][201]['content']['application/json'];
/** @public */
export type ListArtifactsQuery = OperationQuery<'listArtifacts'>;
/** @public */
export type UploadArtifactQuery = OperationQuery<'uploadArtifact'>;
/** @public */
export type AddSqlJarBody = OperationBody<'addSqlJar'>;
/** @public */
export type CompleteSqlBody = OperationBody<'completeSql'>;
/** @public */
export type ExplainSqlBody = OperationBody<'explainSql'>;
/** @public */
export type ListSqlObjectsQuery = OperationQuery<'listSqlObjects'>;
/** @public */
export type FetchSqlRowsQuery = OperationQuery<'fetchSqlRows'>;
/** @public */
export type ListSqlHistoryQuery = OperationQuery<'listSqlHistory'>;
/** @public */
export type ListSqlQueriesQuery = OperationQuery<'listSqlQueries'>;
/** @public */
export type ExecuteSqlBody = Omit<SqlStatementInput, 'waitMs'> &
  Partial<Pick<SqlStatementInput, 'waitMs'>>;

/** What the palette shows of a connector. @public */
export type ConnectorSummary = ScalephSchemas['ConnectorSummary'];
/** A column as it passes between two nodes. @public */
export type Field = ScalephSchemas['Field'];
/** What arrives at and leaves a node. @public */
export type NodeFields = ScalephSchemas['NodeFields'];
/** What arrives at and leaves each node of a document. @public */
export type PipelineFields = ScalephSchemas['PipelineFields'];
/** @public */
export type PreviewInput = ScalephSchemas['PreviewInput'];
/** Give either `document` or `yaml`. @public */
export type PreviewNodeBody = Omit<PreviewInput, 'limit'> &
  Partial<Pick<PreviewInput, 'limit'>>;
/** Give either `document` or `yaml`. @public */
export type InferPipelineFieldsBody = OperationBody<'inferPipelineFields'>;
/** The first rows that leave a node, or why there are none. @public */
export type NodePreview = ScalephSchemas['NodePreview'];
/** @public */
export type SampleRows = ScalephSchemas['SampleRows'];
/** Since when and by whom a pipeline is out of use. @public */
export type Retirement = ScalephSchemas['Retirement'];
/** The file in a repository that a pipeline comes from. @public */
export type PipelineOrigin = ScalephSchemas['PipelineOrigin'];
/** What the catalog has read of the file that an entity names. @public */
export type OriginReading = ScalephSchemas['OriginReading'];
/** What became of it. @public */
export type OriginState = ScalephSchemas['OriginState'];
/** @public */
export type PipelinePatch = ScalephSchemas['PipelinePatch'];
/** @public */
export type ArchiveImport = ScalephSchemas['ArchiveImport'];
/** One thing in a data source, e.g. a table. @public */
export type DataSourceObject = ScalephSchemas['DataSourceObject'];
/** How a pipeline uses a data source. @public */
export type DataSourceUse = ScalephSchemas['DataSourceUse'];
/** @public */
export type DataSourceObjects = ScalephSchemas['DataSourceObjects'];
/** Which level of a data source, and which names. @public */
export type ListDataSourceObjectsQuery =
  OperationQuery<'listDataSourceObjects'>;
/** Which object of a data source, and how many rows of it. @public */
export type ReadDataSourceRowsQuery = OperationQuery<'readDataSourceRows'>;
/** Files of a data source by name; null removes one. @public */
export type DataSourceFileInputs = ScalephSchemas['DataSourceFileInputs'];
/** A file of a data source as it is given. @public */
export type DataSourceFileInput = ScalephSchemas['DataSourceFileInput'];
/** @public */
export type DataSourceFileStatus = ScalephSchemas['DataSourceFileStatus'];
