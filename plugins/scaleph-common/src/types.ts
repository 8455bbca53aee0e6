import { components, operations } from './generated/api';

type Schemas = components['schemas'];

/** A pipeline as its owner writes it. @public */
export type PipelineDocument = Schemas['PipelineDocument'];
/** One step of a pipeline: a source, a transform or a sink. @public */
export type PipelineNode = Schemas['PipelineNode'];
/** Rows flow from one node to another. @public */
export type PipelineEdge = Schemas['PipelineEdge'];
/** Something wrong with a document, and where. @public */
export type DocumentProblem = Schemas['Problem'];
/** What a list of pipelines shows. @public */
export type PipelineSummary = Schemas['PipelineSummary'];
/** A pipeline with its draft. @public */
export type Pipeline = Schemas['Pipeline'];
/** @public */
export type PipelinePage = Schemas['PipelinePage'];
/** An immutable, numbered copy of a document. @public */
export type PipelineVersion = Schemas['PipelineVersion'];
/** @public */
export type PipelineVersionPage = Schemas['PipelineVersionPage'];
/** What differs in meaning between two versions. @public */
export type PipelineDiff = Schemas['PipelineDiff'];
/** One difference in meaning. @public */
export type DocumentChange = Schemas['DocumentChange'];
/** The artefacts that a run would submit, secrets masked. @public */
export type DeploymentPlanView = Schemas['DeploymentPlanView'];
/** Observed state of a run, under Flink's names. @public */
export type RunState = Schemas['RunState'];
/** What the user wants of a run. @public */
export type DesiredState = Schemas['DesiredState'];
/** What a list of runs shows. @public */
export type RunSummary = Schemas['RunSummary'];
/** One execution of one version on one target. @public */
export type Run = Schemas['Run'];
/** @public */
export type RunPage = Schemas['RunPage'];
/** Counters of one node of a run. @public */
export type NodeMetrics = Schemas['NodeMetrics'];
/** What a sink of a run has written, and where. @public */
export type RunOutput = Schemas['RunOutput'];
/** An entry of a run's timeline. @public */
export type RunEvent = Schemas['RunEvent'];
/** @public */
export type RunEventList = Schemas['RunEventList'];
/** @public */
export type RunLogLine = Schemas['RunLogLine'];
/** @public */
export type RunLogList = Schemas['RunLogList'];
/** @public */
export type LogLevel = Schemas['LogLevel'];
/** Values for the parameters of a document, by name. @public */
export type RunParameters = Schemas['RunParameters'];
/** Connection facts that pipelines share; of its secrets only which are set. @public */
export type DataSource = Schemas['DataSource'];
/** What creates or replaces a data source. @public */
export type DataSourceInput = Schemas['DataSourceInput'];
/** @public */
export type DataSourcePage = Schemas['DataSourcePage'];
/** The value of a secret, or the place where it is kept; null removes it. @public */
export type SecretInput = Schemas['SecretInput'];
/** Whether a secret is set, and where it is kept; never its value. @public */
export type SecretStatus = Schemas['SecretStatus'];
/** Outcome of trying a connection. @public */
export type ConnectionTest = Schemas['ConnectionTest'];
/** A kind of data source, with the JSON schema of its configuration. @public */
export type DataSourceTypeInfo = Schemas['DataSourceTypeInfo'];
/** A kind of node, with the JSON schema of its options. @public */
export type ConnectorInfo = Schemas['ConnectorInfo'];
/** A place where pipelines run. @public */
export type Target = Schemas['Target'];
/** @public */
export type PipelineType = Schemas['PipelineType'];
/** @public */
export type NodeKind = Schemas['NodeKind'];
/** @public */
export type Mode = Schemas['Mode'];
/** @public */
export type ValidationResult = Schemas['ValidationResult'];
/** A text in English, and in Chinese where there is one. @public */
export type LocalizedText = Schemas['LocalizedText'];
/** Body of an error, in Backstage's form. @public */
export type ErrorResponse = Schemas['ErrorResponse'];

type Query<Name extends keyof operations> = NonNullable<
  operations[Name]['parameters']['query']
>;
type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;

/** @public */
export type ListPipelinesQuery = Query<'listPipelines'>;
/** @public */
export type ListVersionsQuery = Query<'listPipelineVersions'>;
/** @public */
export type DiffPipelineQuery = Query<'diffPipeline'>;
/** @public */
export type ListPipelineRunsQuery = Query<'listPipelineRuns'>;
/** @public */
export type ListRunsQuery = Query<'listRuns'>;
/** @public */
export type ListRunEventsQuery = Query<'listRunEvents'>;
/** @public */
export type ListRunLogsQuery = Query<'listRunLogs'>;
/** @public */
export type ListDataSourcesQuery = Query<'listDataSources'>;
/** @public */
export type ListConnectorsQuery = Query<'listConnectors'>;
/** Give either `document` or `yaml`. @public */
export type CreatePipelineBody = Body<'createPipeline'>;
/** Give either `document` or `yaml`. @public */
export type UpdatePipelineBody = Body<'updatePipeline'>;
/** Give either `document` or `yaml`. @public */
export type ValidatePipelineBody = Body<'validatePipeline'>;
/** @public */
export type PublishPipelineBody = Body<'publishPipeline'>;
/** @public */
export type PlanPipelineBody = Body<'planPipeline'>;
/** @public */
export type CreateRunBody = Body<'createRun'>;
/** @public */
export type RunActionBody = Body<'actOnRun'>;
/** @public */
export type TestDataSourceBody = Body<'testDataSource'>;
/** @public */
export type TestDataSourceConfigBody = Body<'testDataSourceConfig'>;
