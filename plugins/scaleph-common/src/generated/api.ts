// Generated from plugins/scaleph-backend/src/schema/openapi.yaml by tools/openapi/generate.mjs; do not edit.
/* eslint-disable */
/** The contract of the Scaleph API: paths. @public */
export interface paths {
  '/pipelines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The pipelines that the caller may read */
    get: operations['listPipelines'];
    put?: never;
    /** Create a pipeline from a document, as a draft or published at once */
    post: operations['createPipeline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/validations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check a document without storing it */
    post: operations['validatePipeline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get: operations['getPipeline'];
    /**
     * Replace the draft
     * The document must have the shape of a pipeline; problems of meaning (an unknown connector, a missing option) are stored with the draft and only block publishing. metadata.name cannot change.
     */
    put: operations['updatePipeline'];
    post?: never;
    /** Delete a pipeline with its versions; refused (409) while a run of it is alive. Finished runs stay until retention removes them */
    delete: operations['deletePipeline'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get: operations['listPipelineVersions'];
    put?: never;
    /**
     * Publish the draft as the next version
     * Publishing a draft that equals the newest version answers that version (200) and makes no new one.
     */
    post: operations['publishPipeline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
        version: number;
      };
      cookie?: never;
    };
    get: operations['getPipelineVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** What differs in meaning between two versions (layout never counts) */
    get: operations['diffPipeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/plan': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The exact artefacts that a run would submit, with secrets masked; nothing runs */
    post: operations['planPipeline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get: operations['listPipelineRuns'];
    put?: never;
    /** Run a published version */
    post: operations['createRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    get: operations['getRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    /** The timeline, oldest first */
    get: operations['listRunEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/logs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    /** Log lines, oldest first */
    get: operations['listRunLogs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/actions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a change of the run; the answer is the run with the new desired state */
    post: operations['actOnRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/data-sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listDataSources'];
    put?: never;
    post: operations['createDataSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/data-sources/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get: operations['getDataSource'];
    /** Replace it; a secret that is left out stays as it is, one given as null is removed */
    put: operations['updateDataSource'];
    post?: never;
    /** Delete it; refused (409, naming them) while a pipeline uses it */
    delete: operations['deleteDataSource'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/data-sources/{name}/test': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try the stored connection, or an edit of it that is not saved yet
     * A test of the stored form is remembered as lastTest. With `config` or `secrets` in the body the stored secrets are used only when `config` points at the same place as the stored one; otherwise they must be given again.
     */
    post: operations['testDataSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/data-source-types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listDataSourceTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/data-source-types/{type}/test': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        type: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a connection that is not saved */
    post: operations['testDataSourceConfig'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/connectors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listConnectors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listTargets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
/** The contract of the Scaleph API: webhooks. @public */
export type webhooks = Record<string, never>;
/** The contract of the Scaleph API: components. @public */
export interface components {
  schemas: {
    ErrorResponse: {
      error: {
        name: string;
        message: string;
        problems?: components['schemas']['Problem'][];
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    /** A PipelineDocument; its shape is checked by the document's own rules, which answer with pointers */
    UncheckedDocument: {
      [key: string]: unknown;
    };
    /** The document as YAML or JSON text; give either this or `document` */
    DocumentText: string;
    /** A version number as a string, or `draft`; the newest version, or the draft where none is published, when absent */
    VersionSelector: string;
    /** Values for `${name}` in option values. A name that the document declares in spec.parameters and that is absent here takes its default */
    RunParameters: {
      [key: string]: string;
    };
    PipelineType:
      | 'seatunnel'
      | 'flink-sql'
      | 'flink-jar'
      | 'flink-cdc'
      | 'dataflow';
    NodeKind: 'source' | 'transform' | 'sink';
    Mode: 'batch' | 'streaming';
    PipelineDocument: {
      apiVersion: 'scaleph.io/v1alpha1';
      kind: 'Pipeline';
      metadata: {
        name: string;
        title?: string;
        description?: string;
        /** Entity ref of a Group or User, e.g. group:default/data */
        owner: string;
        /** Entity ref of a System, e.g. geo or system:default/geo */
        system?: string;
        tags?: string[];
        links?: {
          url: string;
          title?: string;
          icon?: string;
        }[];
      };
      spec: {
        type: components['schemas']['PipelineType'];
        mode?: components['schemas']['Mode'];
        /** Declared parameters; `${name}` in an option value is replaced when a run starts */
        parameters?: {
          [key: string]: {
            default?: string;
            description?: string;
          };
        };
        env?: {
          parallelism?: number;
        };
        nodes: components['schemas']['PipelineNode'][];
        edges: components['schemas']['PipelineEdge'][];
        /** Node id to [x, y] in canvas pixels; never part of a diff of meaning */
        layout?: {
          [key: string]: number[];
        };
      };
    };
    PipelineNode: {
      /** Also the name of its result table in SQL of the nodes below */
      id: string;
      kind: components['schemas']['NodeKind'];
      connector: string;
      title?: string;
      /** A data source: its name, or the ref of its catalog Resource */
      dataSource?: string;
      /** Options under SeaTunnel's names */
      options?: {
        [key: string]: unknown;
      };
    };
    PipelineEdge: {
      from: string;
      to: string;
    };
    Problem: {
      severity: 'error' | 'warning';
      /** Stable, kebab-case, e.g. unknown-connector */
      code: string;
      /** JSON pointer (RFC 6901) into the document; empty for the whole of it */
      pointer: string;
      message: string;
      /** Id of the node that it belongs to */
      node?: string;
      /** What to do about it */
      fix?: string;
      /** Line in the text that was given */
      line?: number;
      column?: number;
    };
    ValidationResult: {
      /** No problem of severity error */
      valid: boolean;
      problems: components['schemas']['Problem'][];
      document?: components['schemas']['PipelineDocument'];
      /** The canonical text; absent when the shape is wrong */
      yaml?: string;
    };
    PipelineSummary: {
      name: string;
      title?: string;
      description?: string;
      /** Full entity ref */
      owner: string;
      /** Full entity ref */
      system?: string;
      tags: string[];
      links?: {
        url: string;
        title?: string;
        icon?: string;
      }[];
      type: components['schemas']['PipelineType'];
      mode: components['schemas']['Mode'];
      /** Ref of the catalog Component, e.g. component:default/orders */
      entityRef: string;
      publishedVersion?: number;
      /** The draft differs in meaning from the newest version; true when nothing is published */
      hasUnpublishedChanges: boolean;
      /** Problems of severity error in the draft */
      problemCount: number;
      /** Names of the data sources that the draft or the newest version uses */
      dataSources: string[];
      lastRun?: components['schemas']['RunSummary'];
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
      etag: string;
    };
    Pipeline: components['schemas']['PipelineSummary'] & {
      document: components['schemas']['PipelineDocument'];
      /** The draft's canonical text */
      yaml: string;
      problems: components['schemas']['Problem'][];
    };
    PipelinePage: {
      items: components['schemas']['PipelineSummary'][];
      nextCursor?: string;
      totalItems: number;
    };
    PipelineVersion: {
      pipeline: string;
      version: number;
      message?: string;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      document?: components['schemas']['PipelineDocument'];
      yaml?: string;
    };
    PipelineVersionPage: {
      /** Without document and yaml */
      items: components['schemas']['PipelineVersion'][];
      nextCursor?: string;
      totalItems: number;
    };
    DocumentChange: {
      op: 'add' | 'remove' | 'replace';
      /** Into the document; nodes are named by id: /spec/nodes/<id>/options/path */
      pointer: string;
      from?: unknown;
      to?: unknown;
    };
    PipelineDiff: {
      from: string;
      to: string;
      changes: components['schemas']['DocumentChange'][];
      fromYaml: string;
      toYaml: string;
    };
    DeploymentPlanView: {
      engine: string;
      target: string;
      artifacts: {
        /** e.g. plan.sql */
        name: string;
        /** e.g. application/sql */
        mediaType: string;
        /** Secrets are masked as ****** */
        content: string;
      }[];
      warnings: components['schemas']['Problem'][];
    };
    RunState:
      | 'CREATED'
      | 'SUBMITTING'
      | 'INITIALIZING'
      | 'RUNNING'
      | 'SUSPENDING'
      | 'SUSPENDED'
      | 'RESTARTING'
      | 'FAILING'
      | 'FAILED'
      | 'CANCELLING'
      | 'CANCELED'
      | 'FINISHED'
      | 'RECONCILING';
    DesiredState: 'running' | 'suspended' | 'stopped';
    RunSummary: {
      /** Format: uuid */
      id: string;
      pipeline: string;
      pipelineEntityRef?: string;
      version: number;
      target: string;
      engine: string;
      state: components['schemas']['RunState'];
      desired: components['schemas']['DesiredState'];
      /** Why it is in this state, for a person; always set on FAILED */
      reason?: string;
      owner: string;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      endedAt?: string;
      /** Sum over sources */
      rowsRead: number;
      /** Sum over sinks */
      rowsWritten: number;
      /** Grows with every change of this run */
      revision: number;
    };
    NodeMetrics: {
      node: string;
      state: 'waiting' | 'running' | 'finished' | 'failed' | 'canceled';
      rowsIn: number;
      rowsOut: number;
      bytesOut?: number;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      endedAt?: string;
      error?: string;
    };
    RunOutput: {
      node: string;
      kind: 'file' | 'table' | 'console';
      /** A path, or data source and table; never a secret */
      location: string;
      rows?: number;
      bytes?: number;
    };
    Run: components['schemas']['RunSummary'] & {
      nodes: components['schemas']['NodeMetrics'][];
      outputs: components['schemas']['RunOutput'][];
      parameters: components['schemas']['RunParameters'];
      document: components['schemas']['PipelineDocument'];
    };
    RunPage: {
      items: components['schemas']['RunSummary'][];
      nextCursor?: string;
      totalItems: number;
    };
    RunEvent: {
      seq: number;
      /** Format: date-time */
      at: string;
      type: 'state' | 'action' | 'takeover' | 'note';
      from?: components['schemas']['RunState'];
      to?: components['schemas']['RunState'];
      message: string;
      /** Entity ref of the user, or the service, that caused it */
      actor?: string;
    };
    RunEventList: {
      items: components['schemas']['RunEvent'][];
    };
    LogLevel: 'debug' | 'info' | 'warn' | 'error';
    RunLogLine: {
      seq: number;
      /** Format: date-time */
      at: string;
      level: components['schemas']['LogLevel'];
      node?: string;
      message: string;
    };
    RunLogList: {
      items: components['schemas']['RunLogLine'][];
      /** The run has ended and no line follows the last one here */
      complete: boolean;
    };
    /** Checked against the schema of its type, which refuses unknown fields */
    DataSourceConfig: {
      [key: string]: unknown;
    };
    SecretInput:
      | ({
          value: string;
        } | null)
      | {
          /** An environment variable of the back end whose name the configuration allows */
          environment: string;
        }
      | {
          kubernetesSecret: {
            namespace: string;
            name: string;
            key: string;
          };
        };
    SecretInputs: {
      [key: string]: components['schemas']['SecretInput'];
    };
    SecretStatus: {
      set: boolean;
      source?: 'value' | 'environment' | 'kubernetesSecret';
      /** Name of the variable, or namespace/name/key; never a value */
      reference?: string;
    };
    DataSourceInput: {
      name: string;
      type: string;
      title?: string;
      description?: string;
      owner: string;
      system?: string;
      tags?: string[];
      config: components['schemas']['DataSourceConfig'];
      secrets?: components['schemas']['SecretInputs'];
    };
    ConnectionTest: {
      ok: boolean;
      /** e.g. "PostgreSQL 15.18 answered", or what is wrong and what to do about it */
      message: string;
      /** Format: date-time */
      at: string;
      durationMs: number;
    };
    DataSource: {
      name: string;
      type: string;
      title?: string;
      description?: string;
      owner: string;
      system?: string;
      tags: string[];
      config: components['schemas']['DataSourceConfig'];
      secrets: {
        [key: string]: components['schemas']['SecretStatus'];
      };
      /** Where it points, for a person: host:port/database, or a directory */
      location: string;
      entityRef: string;
      /** Names of the pipelines that use it and that the caller may read */
      usedBy: string[];
      lastTest?: components['schemas']['ConnectionTest'];
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
      etag: string;
    };
    DataSourcePage: {
      items: components['schemas']['DataSource'][];
      nextCursor?: string;
      totalItems: number;
    };
    LocalizedText: {
      en: string;
      zh?: string;
    };
    DataSourceTypeInfo: {
      type: string;
      title: components['schemas']['LocalizedText'];
      description: components['schemas']['LocalizedText'];
      /** One of database, folder, file, table, sparkles, terminal, code, filter, shuffle */
      icon: string;
      /** JSON schema of config; `title`, `description` in English with `x-zh` beside them */
      schema: {
        [key: string]: unknown;
      };
      secrets: {
        name: string;
        title: components['schemas']['LocalizedText'];
        required: boolean;
      }[];
    };
    ConnectorInfo: {
      /** SeaTunnel's identifier, e.g. LocalFile */
      name: string;
      kind: components['schemas']['NodeKind'];
      title: components['schemas']['LocalizedText'];
      description: components['schemas']['LocalizedText'];
      icon: string;
      /** JSON schema of options; each property has title, description, `x-zh`, `x-group` (basic, tuning, advanced) */
      schema: {
        [key: string]: unknown;
      };
      inputs: {
        min: number;
        max?: number;
      };
      outputs: {
        min: number;
        max?: number;
      };
      dataSourceTypes: string[];
      dataSourceRequired: boolean;
      engines: string[];
      /** Option shown on the node card, e.g. path */
      essential?: string;
      documentation?: string;
    };
    Target: {
      name: string;
      engine: string;
      title: string;
      pipelineTypes: components['schemas']['PipelineType'][];
      modes: components['schemas']['Mode'][];
      actions: 'cancel'[];
      healthy: boolean;
      message?: string;
    };
  };
  responses: {
    /** An error in Backstage's form */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorResponse'];
      };
    };
  };
  parameters: {
    name: string;
    runId: string;
    /** Substring of name, title, description or tag; case is ignored */
    search: string;
    /** Entity refs; several are any of */
    owner: string[];
    limit: number;
    /** nextCursor of the page before; opaque */
    cursor: string;
    /** The ETag last read, or `*`. Required: 428 without */
    ifMatch: string;
    /** Kept for 24 hours per user */
    idempotencyKey: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
/** The contract of the Scaleph API: operations. @public */
export interface operations {
  listPipelines: {
    parameters: {
      query?: {
        /** Substring of name, title, description or tag; case is ignored */
        search?: components['parameters']['search'];
        /** Entity refs; several are any of */
        owner?: components['parameters']['owner'];
        system?: string;
        type?: components['schemas']['PipelineType'];
        tag?: string;
        /** State of the newest run */
        state?: components['schemas']['RunState'];
        /** Name of a data source that the draft or published version uses */
        dataSource?: string;
        sort?:
          | 'name'
          | '-name'
          | 'updatedAt'
          | '-updatedAt'
          | 'owner'
          | '-owner';
        limit?: components['parameters']['limit'];
        /** nextCursor of the page before; opaque */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelinePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  createPipeline: {
    parameters: {
      query?: never;
      header?: {
        /** Kept for 24 hours per user */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document?: components['schemas']['UncheckedDocument'];
          yaml?: components['schemas']['DocumentText'];
          /**
           * Publish as version 1; refused, and nothing created, when the document has problems
           * Default: `false`
           */
          publish?: boolean;
          message?: string;
        };
      };
    };
    responses: {
      /** Created */
      201: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pipeline'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  validatePipeline: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document?: components['schemas']['UncheckedDocument'];
          yaml?: components['schemas']['DocumentText'];
        };
      };
    };
    responses: {
      /** What was found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ValidationResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getPipeline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The pipeline with its draft */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pipeline'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  updatePipeline: {
    parameters: {
      query?: never;
      header?: {
        /** The ETag last read, or `*`. Required: 428 without */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          document?: components['schemas']['UncheckedDocument'];
          yaml?: components['schemas']['DocumentText'];
        };
      };
    };
    responses: {
      /** Stored */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pipeline'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deletePipeline: {
    parameters: {
      query?: never;
      header?: {
        /** The ETag last read, or `*`. Required: 428 without */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Deleted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  listPipelineVersions: {
    parameters: {
      query?: {
        limit?: components['parameters']['limit'];
        /** nextCursor of the page before; opaque */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineVersionPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  publishPipeline: {
    parameters: {
      query?: never;
      header?: {
        /** The ETag last read, or `*`. Required: 428 without */
        'If-Match'?: components['parameters']['ifMatch'];
        /** Kept for 24 hours per user */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          message?: string;
        };
      };
    };
    responses: {
      /** Unchanged since the newest version */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineVersion'];
        };
      };
      /** Published */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineVersion'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getPipelineVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One version with its document */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineVersion'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  diffPipeline: {
    parameters: {
      query?: {
        /** A version number or `draft`; the newest version when absent */
        from?: string;
        /** A version number or `draft` */
        to?: string;
      };
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The changes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineDiff'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  planPipeline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version?: components['schemas']['VersionSelector'];
          /** Name of a target; the only or first one when absent */
          target?: string;
          parameters?: components['schemas']['RunParameters'];
        };
      };
    };
    responses: {
      /** The plan */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeploymentPlanView'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listPipelineRuns: {
    parameters: {
      query?: {
        state?: components['schemas']['RunState'];
        limit?: components['parameters']['limit'];
        /** nextCursor of the page before; opaque */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  createRun: {
    parameters: {
      query?: never;
      header?: {
        /** Kept for 24 hours per user */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** The newest when absent */
          version?: number;
          target?: string;
          parameters?: components['schemas']['RunParameters'];
        };
      };
    };
    responses: {
      /** The intent is recorded; the run is submitted by the supervisor */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRuns: {
    parameters: {
      query?: {
        /** Substring of name, title, description or tag; case is ignored */
        search?: components['parameters']['search'];
        pipeline?: string;
        state?: components['schemas']['RunState'];
        /** Only runs that have not ended */
        active?: boolean;
        /** Entity refs; several are any of */
        owner?: components['parameters']['owner'];
        sort?: 'createdAt' | '-createdAt';
        limit?: components['parameters']['limit'];
        /** nextCursor of the page before; opaque */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The run with its counters */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunEvents: {
    parameters: {
      query?: {
        /** Only events with a greater sequence number */
        after?: number;
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunEventList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunLogs: {
    parameters: {
      query?: {
        /** Only lines with a greater sequence number */
        after?: number;
        node?: string;
        /** This level and above */
        level?: components['schemas']['LogLevel'];
        limit?: number;
      };
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Lines */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunLogList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  actOnRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * cancel ends the run as soon as the engine can. Repeating it is harmless; a run that has ended is a 409
           */
          action: 'cancel';
        };
      };
    };
    responses: {
      /** Recorded */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listDataSources: {
    parameters: {
      query?: {
        /** Substring of name, title, description or tag; case is ignored */
        search?: components['parameters']['search'];
        /** Entity refs; several are any of */
        owner?: components['parameters']['owner'];
        system?: string;
        type?: string;
        sort?: 'name' | '-name' | 'updatedAt' | '-updatedAt' | 'type' | '-type';
        limit?: components['parameters']['limit'];
        /** nextCursor of the page before; opaque */
        cursor?: components['parameters']['cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataSourcePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  createDataSource: {
    parameters: {
      query?: never;
      header?: {
        /** Kept for 24 hours per user */
        'Idempotency-Key'?: components['parameters']['idempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DataSourceInput'];
      };
    };
    responses: {
      /** Created */
      201: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataSource'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getDataSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The data source; of its secrets only which are set */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataSource'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  updateDataSource: {
    parameters: {
      query?: never;
      header?: {
        /** The ETag last read, or `*`. Required: 428 without */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DataSourceInput'];
      };
    };
    responses: {
      /** Stored */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataSource'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteDataSource: {
    parameters: {
      query?: never;
      header?: {
        /** The ETag last read, or `*`. Required: 428 without */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Deleted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  testDataSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          config?: components['schemas']['DataSourceConfig'];
          secrets?: components['schemas']['SecretInputs'];
        };
      };
    };
    responses: {
      /** The outcome, good or bad */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionTest'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listDataSourceTypes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Every type */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DataSourceTypeInfo'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  testDataSourceConfig: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        type: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          config: components['schemas']['DataSourceConfig'];
          secrets?: components['schemas']['SecretInputs'];
        };
      };
    };
    responses: {
      /** The outcome, good or bad */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionTest'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listConnectors: {
    parameters: {
      query?: {
        kind?: components['schemas']['NodeKind'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Every connector that an engine here can run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ConnectorInfo'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listTargets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Where pipelines can run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Target'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
}
