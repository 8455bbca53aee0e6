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
  '/pipelines/{name}/fields': {
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
     * The fields that arrive at and leave each node of a document that need not be stored
     * Asks files and data sources where a field list is not written down; a node whose fields cannot be known says why, also when the caller may not use its data source. The caller may update the pipeline.
     */
    post: operations['inferPipelineFields'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/previews': {
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
     * The first rows that leave a node of a document that need not be stored; nothing is written anywhere
     * Runs what feeds the node on the embedded engine, with a limit of rows, time and memory. Closing the request stops it. The caller may update and run the pipeline, and use the data sources of the nodes above.
     */
    post: operations['previewPipelineNode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/retirement': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    /** Take a pipeline out of use; it stays readable with its versions and runs. Refused (409) while a run of it is alive */
    put: operations['retirePipeline'];
    post?: never;
    /** Bring a retired pipeline back into use */
    delete: operations['bringBackPipeline'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/archive': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** The pipeline with its versions as a ZIP archive; of data sources their names alone */
    get: operations['exportPipeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/patches': {
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
    /** What a document changes of the file in the repository that the pipeline comes from, as a unified diff */
    post: operations['createPipelinePatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/origin': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    /** Read the pipeline from the place that its entity names now, another repository than before; what is there becomes a version when the catalog looks at the entity next */
    put: operations['acceptOrigin'];
    post?: never;
    /** Make a pipeline that comes from a repository one of the portal; it keeps its versions. Where its entity still names the file, the next reading is refused */
    delete: operations['detachPipeline'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/origins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What the catalog has read of the file that an entity names; for the catalog alone
     * A document that is new or means something else becomes the next version; one with problems is kept as a draft, and the version before stays. Sent twice it changes nothing the second time.
     */
    post: operations['syncOrigin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/archives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All pipelines of a System that the caller may read, as a ZIP archive */
    get: operations['exportSystem'];
    put?: never;
    /** Make pipelines from an archive; each whole or not at all */
    post: operations['importArchive'];
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
    /**
     * Ask for a change of the run; the answer is the run with the new desired state
     * cancel ends the run as soon as the engine can; stop takes a savepoint first. suspend takes a savepoint and ends the job, the run waits SUSPENDED; resume starts it again (newest snapshot, or `startFrom`); restart is both. savepoint, checkpoint and rescale act on the running job. upgrade starts a run of another version from a savepoint of this one, and goes back when that fails; its answer is the new run. What the target or the state does not allow is a 409 that says why. Repeating an action that is under way is harmless.
     */
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
  '/data-sources/{name}/objects': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** One level of what a data source holds, e.g. its schemas, the tables of one, the columns of a table */
    get: operations['listDataSourceObjects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/data-sources/{name}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** The first rows of an object of a data source */
    get: operations['readDataSourceRows'];
    put?: never;
    post?: never;
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
  '/connectors/{kind}/{connector}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['schemas']['NodeKind'];
        /** SeaTunnel's identifier */
        connector: string;
      };
      cookie?: never;
    };
    /** One connector with the schema of its options */
    get: operations['getConnector'];
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
    /** Register a cluster */
    post: operations['createTarget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/operations': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    /** Savepoints, checkpoints, suspends, rescales that were asked for; newest first */
    get: operations['listRunOperations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/snapshots': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    /** Savepoints and retained checkpoints that a run can start from, newest first */
    get: operations['listRunSnapshots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/snapshots/{snapshot}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
        snapshot: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Dispose of a savepoint or retained checkpoint on the cluster; refused (409) while a run needs it */
    delete: operations['deleteRunSnapshot'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{name}/snapshots': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** Snapshots of all runs of a pipeline that a new run can start from, newest first */
    get: operations['listPipelineSnapshots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/job': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    /** The job graph as it is now; one poll of the cluster serves all viewers for two seconds */
    get: operations['getRunJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/job/throughput': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    get: operations['getRunJobThroughput'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/job/checkpoints': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    get: operations['getRunJobCheckpoints'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/job/exceptions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    get: operations['getRunJobExceptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/job/configuration': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    get: operations['getRunJobConfiguration'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/job/processes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    /** The JobManager and the TaskManagers that run tasks of the job, with their log files */
    get: operations['listRunJobProcesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/job/text': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    /** The end of a log, the standard output or a thread dump of a process of the job; secrets of the run are masked */
    get: operations['getRunJobText'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/target-types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listTargetTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/target-types/{type}/test': {
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
    /** Try a target that is not saved */
    post: operations['testTargetConfig'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get: operations['getTarget'];
    /** Replace it; a secret that is left out stays as it is, one given as null is removed */
    put: operations['updateTarget'];
    post?: never;
    /** Unregister it; refused (409, naming them) while runs on it have not ended */
    delete: operations['deleteTarget'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}/test': {
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
    /** Try the registered target, or an edit of it that is not saved yet */
    post: operations['testTarget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}/overview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** Slots, TaskManagers and jobs as they are now */
    get: operations['getTargetOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}/configuration': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get: operations['getTargetConfiguration'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}/processes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get: operations['listTargetProcesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}/text': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** The end of a log, the standard output or a thread dump of a process of the cluster; for those who may manage the target */
    get: operations['getTargetText'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}/ui-tickets': {
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
    /** A link to the cluster's own user interface through Scaleph, read-only, for this user and for a short time */
    post: operations['createTargetUiTicket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/targets/{name}/jobs/{jobId}/adoption': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
        jobId: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a job that was started elsewhere a run of a pipeline; from then on it is supervised */
    post: operations['adoptJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/artifacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listArtifacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/artifacts/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['artifactName'];
      };
      cookie?: never;
    };
    get: operations['getArtifact'];
    /** Upload a jar. It never changes: the same bytes again are a 200, other bytes under the name a 409 */
    put: operations['uploadArtifact'];
    post?: never;
    /** Refused (409, naming them) while a pipeline uses it */
    delete: operations['deleteArtifact'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/flink-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Configuration keys of Flink, for completion and checks */
    get: operations['listFlinkOptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/places': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Targets and data sources on which the caller may run SQL */
    get: operations['listSqlPlaces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's own sessions, newest first */
    get: operations['listSqlSessions'];
    put?: never;
    post: operations['openSqlSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/sessions/{session}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    get: operations['getSqlSession'];
    put?: never;
    post?: never;
    /** End it with all that runs in it */
    delete: operations['closeSqlSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/sessions/{session}/jars': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add an uploaded jar to the session (ADD JAR) */
    post: operations['addSqlJar'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/sessions/{session}/operations': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    /** What ran and runs in the session, newest first */
    get: operations['listSqlOperations'];
    put?: never;
    /** Run one statement; the answer is at once, the rows are fetched from the operation */
    post: operations['executeSql'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/sessions/{session}/completions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Completion hints of the planner; changes nothing */
    post: operations['completeSql'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/sessions/{session}/explanations': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The planner's word on a statement: its plan as text and graph, or where it is wrong */
    post: operations['explainSql'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/sessions/{session}/objects': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    /** One level of the metadata tree: catalogs (or schemas), databases, tables, functions; with a table its columns */
    get: operations['listSqlObjects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/operations/{operation}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        operation: components['parameters']['sqlOperation'];
      };
      cookie?: never;
    };
    get: operations['getSqlOperation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/operations/{operation}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        operation: components['parameters']['sqlOperation'];
      };
      cookie?: never;
    };
    /** The next rows. Waits up to `waitMs` for some; the same token gives the same rows while they are kept */
    get: operations['fetchSqlRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/operations/{operation}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        operation: components['parameters']['sqlOperation'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop it and the job behind it; harmless when it has ended */
    post: operations['cancelSqlOperation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's own statements, newest first */
    get: operations['listSqlHistory'];
    put?: never;
    post?: never;
    delete: operations['clearSqlHistory'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/queries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Saved queries, own and shared with the caller */
    get: operations['listSqlQueries'];
    put?: never;
    post: operations['createSqlQuery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/queries/{query}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        query: string;
      };
      cookie?: never;
    };
    get: operations['getSqlQuery'];
    put: operations['updateSqlQuery'];
    post?: never;
    delete: operations['deleteSqlQuery'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/environments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shared initial SQL and variables, by name */
    get: operations['listSqlEnvironments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sql/environments/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    get?: never;
    /** Make it, or replace it (with If-Match) */
    put: operations['putSqlEnvironment'];
    post?: never;
    delete: operations['deleteSqlEnvironment'];
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
      /** nodes and edges may be left out where the type has none: they are read as empty */
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
          flink?: components['schemas']['FlinkSettings'];
        };
        /** Of type flink-sql */
        sql?: {
          /** Flink SQL: SET, DDL, INSERT, statement sets. `${name}` and `${data-source.NAME.FIELD}` are replaced when a run starts */
          script: string;
          libraries?: components['schemas']['ArtifactRef'][];
        };
        /** Of type flink-jar */
        jar?: {
          artifact: components['schemas']['ArtifactRef'];
          entryClass?: string;
          arguments?: string[];
          libraries?: components['schemas']['ArtifactRef'][];
        };
        /** Of type flink-cdc */
        cdc?: {
          /** Flink CDC's own YAML: source, sink, route, transform, pipeline */
          definition: string;
          libraries?: components['schemas']['ArtifactRef'][];
        };
        recovery?: components['schemas']['Recovery'];
        nodes: components['schemas']['PipelineNode'][];
        edges: components['schemas']['PipelineEdge'][];
        /** Node id to [x, y] in canvas pixels; never part of a diff of meaning */
        layout?: {
          [key: string]: number[];
        };
        /** Notes on the canvas; never part of a diff of meaning */
        comments?: {
          /** Unlike that of any node or other comment */
          id: string;
          text: string;
          /** Canvas pixels of the top left corner */
          position: number[];
          /** Width and height in canvas pixels */
          size?: number[];
        }[];
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
      retired?: components['schemas']['Retirement'];
      origin?: components['schemas']['PipelineOrigin'];
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
    Retirement: {
      /** Format: date-time */
      at: string;
      /** Entity ref of who retired it */
      by: string;
      message?: string;
    };
    /** The file in a repository that the pipeline comes from; such a pipeline is changed there */
    PipelineOrigin: {
      /** Of the file, as people open it; no secret */
      url: string;
      /** Entity whose annotation names the file */
      entityRef: string;
      /** Commit of what was read last */
      commit?: string;
      /** Of the file in its repository */
      path?: string;
      /**
       * Format: date-time
       * When it was read last with success
       */
      syncedAt: string;
      /** Why the newest reading failed, or why the file was refused; what was read before stays */
      error?: string;
      /** Of the newest file when it was refused */
      problems?: components['schemas']['Problem'][];
      /** Commit by number of version */
      versionCommits?: {
        [key: string]: string;
      };
      /** File in another repository that the entity names now; nothing of it is taken until somebody accepts it */
      movedTo?: string;
    };
    OriginAcceptance: {
      /** As movedTo says; anything else is a conflict */
      url: string;
    };
    /** Either yaml or error */
    OriginReading: {
      entityRef: string;
      /** Of the file */
      url: string;
      /** Of the file in its repository */
      path?: string;
      /** What the file lies in, the same for all its branches and files; a pipeline stays with it */
      repository?: string;
      yaml?: components['schemas']['DocumentText'];
      /** Why it could not be read */
      error?: string;
      commit?: string;
    };
    OriginState: {
      /** Name of the pipeline; absent when there is none yet */
      pipeline?: string;
      /** The newest version */
      version?: number;
      /** Catalog refs of the data sources that it uses */
      dataSources: string[];
      problems: components['schemas']['Problem'][];
      /** Why the reading was refused */
      message?: string;
    };
    PipelinePatch: {
      /** Of the file in its repository, e.g. pipelines/orders/pipeline.yaml */
      path: string;
      /** Unified diff that `git apply` takes; empty when nothing differs */
      patch: string;
      /** The whole file as it would be */
      yaml: string;
      /** Commit that the patch applies to */
      commit?: string;
    };
    /** Exactly one of the two */
    DocumentInput: {
      document?: components['schemas']['UncheckedDocument'];
      yaml?: components['schemas']['DocumentText'];
    };
    /** Exactly one of document and yaml */
    PreviewInput: {
      document?: components['schemas']['UncheckedDocument'];
      yaml?: components['schemas']['DocumentText'];
      node: string;
      /** Default: `50` */
      limit: number;
      parameters?: components['schemas']['RunParameters'];
    };
    Field: {
      name: string;
      /** SeaTunnel's word, e.g. bigint or decimal(10, 2); `unknown` where only the name is known */
      type: string;
      nullable?: boolean;
    };
    NodeFields: {
      /** By id of the node above; those that are known */
      inputs: {
        [key: string]: components['schemas']['Field'][];
      };
      /** What leaves the node; absent when it is not known */
      fields?: components['schemas']['Field'][];
      /** Why the fields are not known, for a person */
      reason?: string;
    };
    PipelineFields: {
      nodes: {
        [key: string]: components['schemas']['NodeFields'];
      };
    };
    SampleRows: {
      /** Types in the words of the place that the rows come from */
      columns: components['schemas']['Field'][];
      /** null, string, boolean or number; what a double does not hold exactly is a string; long texts are cut */
      rows: unknown[][];
      /** There are more rows */
      truncated: boolean;
      /** What of the rows is not shown; absent when nothing of them is missing */
      cut?: {
        /** Names of the columns in which a value is longer than what is shown of it */
        columns: string[];
        /** The rows ended at about so many bytes, before the limit of rows */
        bytes?: number;
      };
      /** Why there are no rows, for a person; rows are empty then */
      reason?: string;
    };
    /** Either sample or reason */
    NodePreview: {
      sample?: components['schemas']['SampleRows'];
      /** Why there are no rows, for a person; names the node that is at fault */
      reason?: string;
      /** Node that is at fault */
      node?: string;
      /** Sources of which only the first rows were read, so that sums and joins are of these alone */
      sampled?: string[];
      /** How many rows of each source are read at most */
      sourceRows?: number;
      durationMs: number;
    };
    ArchiveImport: {
      dryRun: boolean;
      items: {
        /** In the archive */
        path: string;
        /** Of the pipeline that was made or changed */
        name?: string;
        outcome: 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused';
        /** How many versions were taken over */
        versions?: number;
        /** Why it was skipped or refused */
        message?: string;
        problems?: components['schemas']['Problem'][];
      }[];
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
      /** Who published it here */
      createdBy: string;
      /** Of a version that came in an archive: what the archive says of its publishing; nobody has checked it */
      imported?: {
        /** Format: date-time */
        at: string;
        by: string;
      };
      /** SHA-256 in hex of the uploaded jars that it was published with, by name: it runs with no others. Absent for versions from before this was kept, which run with jars that were there before them */
      digests?: {
        [key: string]: string;
      };
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
      type?: components['schemas']['PipelineType'];
      mode?: components['schemas']['Mode'];
      /** How often it was submitted: grows with resume, restart and restore */
      deployment: number;
      /** Id of the run that this one takes over from */
      upgradeOf?: string;
      /** Id of the run that takes over from this one */
      upgradedBy?: string;
      /** Its job was started elsewhere */
      adopted?: boolean;
      /** What its state and target allow now */
      actions: components['schemas']['RunActionName'][];
      /** What is under way, e.g. savepoint, restart, upgrade */
      activity?: string;
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
      /** Of the present job on a Flink cluster */
      jobId?: string;
      startedFrom?: components['schemas']['Snapshot'];
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
      files?: components['schemas']['DataSourceFileInputs'];
    };
    /** By name of a file of the type; stored encrypted, never answered. Left out: stays; null: removed */
    DataSourceFileInputs: {
      [key: string]: components['schemas']['DataSourceFileInput'];
    };
    DataSourceFileInput: {
      filename: string;
      /** Base64, of at most 512 KiB */
      content: string;
    } | null;
    DataSourceFileStatus: {
      filename: string;
      bytes: number;
      /** Hex; tells whether two files are the same, never what is in them */
      sha256: string;
    };
    DataSourceObject: {
      kind:
        | 'catalog'
        | 'schema'
        | 'table'
        | 'view'
        | 'column'
        | 'topic'
        | 'partition'
        | 'index'
        | 'field'
        | 'collection'
        | 'bucket'
        | 'directory'
        | 'file'
        | 'key'
        | 'endpoint';
      name: string;
      /** Of a column: the data source's own word */
      type?: string;
      nullable?: boolean;
      /** Part of the primary key */
      key?: boolean;
      comment?: string;
      /** The estimate that the data source keeps */
      rows?: number;
      bytes?: number;
      /** The schema that names without one are looked up in */
      current?: boolean;
      /** It can be opened */
      hasChildren: boolean;
      /** Its first rows can be read */
      hasRows?: boolean;
      /** Its newest rows can be read as well (`from=last`) */
      hasLast?: boolean;
    };
    DataSourceObjects: {
      items: components['schemas']['DataSourceObject'][];
      /** There are more; search narrows them down */
      truncated: boolean;
    };
    ConnectionTest: {
      ok: boolean;
      /** e.g. "PostgreSQL 15.18 answered", or what is wrong and what to do about it */
      message: string;
      /** Format: date-time */
      at: string;
      durationMs: number;
      /** What the caller should know before it is used, e.g. that the same cluster is registered under another name; told to the caller, and not kept */
      warnings?: string[];
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
      /** Those that are set */
      files?: {
        [key: string]: components['schemas']['DataSourceFileStatus'];
      };
      /** Where it points, for a person: host:port/database, or a directory */
      location: string;
      entityRef: string;
      /** Pipelines that use it and that the caller may read */
      usedBy: components['schemas']['DataSourceUse'][];
      /** How many pipelines use it that the caller may not read; absent when there are none */
      usedByOthers?: number;
      lastTest?: components['schemas']['ConnectionTest'];
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
      etag: string;
    };
    /** How a pipeline uses a data source */
    DataSourceUse: {
      pipeline: string;
      /** Its draft does */
      draft: boolean;
      /** Its newest version does */
      newest: boolean;
      /** Published versions that do, the newest first; an older one can be restored */
      versions: number[];
      /** Runs of any version that have not ended */
      runs: {
        id: string;
        version: number;
      }[];
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
    /** What the types of targets and of data sources have in common */
    RegistrationTypeInfo: {
      type: string;
      title: components['schemas']['LocalizedText'];
      description: components['schemas']['LocalizedText'];
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
    DataSourceTypeInfo: {
      type: string;
      title: components['schemas']['LocalizedText'];
      description: components['schemas']['LocalizedText'];
      /** Name of an icon of ours, e.g. database, folder, kafka-like `stream`, `search`, `lake`, `bucket`, `globe` */
      icon: string;
      category:
        | 'database'
        | 'stream'
        | 'search'
        | 'nosql'
        | 'files'
        | 'lake'
        | 'http';
      documentation?: string;
      /** Levels that its objects have, e.g. [schema, table, column]; empty when it cannot be browsed */
      browse: string[];
      noBrowse?: components['schemas']['LocalizedText'];
      /** The SQL console speaks to it */
      sql: boolean;
      /** JSON schema of config; `title`, `description` in English with `x-zh` beside them */
      schema: {
        [key: string]: unknown;
      };
      secrets: {
        name: string;
        title: components['schemas']['LocalizedText'];
        required: boolean;
      }[];
      /** Files that a connection may need, e.g. a certificate or a keytab */
      files: {
        name: string;
        title: components['schemas']['LocalizedText'];
        description?: components['schemas']['LocalizedText'];
        required: boolean;
        /** Endings of names, e.g. .pem,.crt */
        accept?: string;
        maxBytes: number;
      }[];
    };
    ConnectorSummary: {
      /** SeaTunnel's identifier, e.g. LocalFile */
      name: string;
      kind: components['schemas']['NodeKind'];
      title: components['schemas']['LocalizedText'];
      description: components['schemas']['LocalizedText'];
      icon: string;
      /**
       * Section of the palette
       */
      category:
        | 'files'
        | 'database'
        | 'stream'
        | 'cdc'
        | 'lake'
        | 'search'
        | 'nosql'
        | 'http'
        | 'transform'
        | 'test'
        | 'other';
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
      /** Releases of SeaTunnel that have it, oldest first; empty for what is ours alone */
      releases: string[];
      /** Option shown on the node card, e.g. path */
      essential?: string;
      documentation?: string;
    };
    ConnectorInfo: components['schemas']['ConnectorSummary'] & {
      /** JSON schema of options; each property has title, description, `x-zh`, `x-group` (basic, tuning, advanced); the rules between options are in `required`, `x-exactly-one`, `x-bundled` and `x-conditional`; `x-connection` marks what a data source gives, `x-engines` and `x-releases` what not all take, `x-engine-schemas` has what an engine takes that takes less */
      schema: {
        [key: string]: unknown;
      };
      /** Release of SeaTunnel that the schema is of; absent for all together */
      release?: string;
    };
    Target: {
      name: string;
      engine: string;
      title: string;
      pipelineTypes: components['schemas']['PipelineType'][];
      modes: components['schemas']['Mode'][];
      actions: components['schemas']['RunActionName'][];
      healthy: boolean;
      message?: string;
      /** Of the software of the cluster */
      version?: string;
      /** Release of SeaTunnel that runs there */
      seaTunnelRelease?: string;
      slots?: number;
      freeSlots?: number;
      runningJobs?: number;
      /** Of a write: that the same cluster is registered under another name, which the caller may read */
      warnings?: string[];
      registered?: components['schemas']['TargetRegistration'];
    };
    /** Of a target that was registered, through the API or by configuration; a built-in one has none */
    TargetRegistration: {
      type: string;
      /** Comes from the configuration of the installation: it is changed there */
      readOnly?: boolean;
      lastTest?: components['schemas']['ConnectionTest'];
      description?: string;
      owner: string;
      system?: string;
      tags: string[];
      config: components['schemas']['DataSourceConfig'];
      secrets: {
        [key: string]: components['schemas']['SecretStatus'];
      };
      /** Where it is, for a person */
      location: string;
      entityRef: string;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
      etag: string;
    };
    /** A jar: uploaded to Scaleph, at a URL, or by Maven coordinates from the repositories of the configuration */
    ArtifactRef:
      | {
          upload: string;
        }
      | {
          url: string;
          sha256?: string;
        }
      | {
          /** group:artifact:version[:classifier] */
          maven: string;
        };
    /** What happens when the cluster has forgotten the job of a run that should run */
    Recovery: {
      /**
       * always (default of streaming): from the newest snapshot, with a new job; never (default of batch): the run is FAILED as lost
       */
      restore?: 'never' | 'always';
      /** Default 3; counted anew once the job has run for ten minutes */
      maxAttempts?: number;
      /** Default 10; doubled with each attempt, at most an hour */
      backOffSeconds?: number;
    };
    /** Flink's own configuration keys for the job, e.g. execution.checkpointing.interval */
    FlinkSettings: {
      [key: string]: string;
    };
    /** For this run, over spec.env of the document */
    RunSettings: {
      parallelism?: number;
      flink?: components['schemas']['FlinkSettings'];
    };
    StartFrom: {
      /**
       * none: without state; latest: the newest snapshot of any run of the pipeline (409 when there is none); snapshot: the one given
       */
      mode: 'none' | 'latest' | 'snapshot';
      /** Id of a snapshot of a run of this pipeline */
      snapshot?: string;
      /** State that the new version has no operator for is dropped */
      allowNonRestored?: boolean;
    };
    RunActionName:
      | 'cancel'
      | 'stop'
      | 'suspend'
      | 'resume'
      | 'restart'
      | 'savepoint'
      | 'checkpoint'
      | 'rescale'
      | 'upgrade';
    RunOperation: {
      /** Format: uuid */
      id: string;
      run: string;
      deployment: number;
      kind: 'savepoint' | 'checkpoint' | 'suspend' | 'stop' | 'rescale';
      state: 'pending' | 'running' | 'completed' | 'failed';
      /** What became of it, for a person; why it failed */
      message?: string;
      /** Id of the snapshot that it made */
      snapshot?: string;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      endedAt?: string;
    };
    RunOperationList: {
      items: components['schemas']['RunOperation'][];
    };
    Snapshot: {
      id: string;
      run: string;
      pipeline: string;
      version: number;
      deployment: number;
      target?: string;
      kind: 'savepoint' | 'checkpoint';
      /** As the cluster knows it, e.g. s3://bucket/savepoints/savepoint-1a2b */
      location: string;
      sizeBytes?: number;
      /** Format: date-time */
      createdAt: string;
      /** A run that has not ended would start from it: it cannot be deleted */
      inUse?: boolean;
    };
    SnapshotList: {
      items: components['schemas']['Snapshot'][];
    };
    JobVertex: {
      id: string;
      /** Flink's name of the vertex, unescaped */
      name: string;
      parallelism: number;
      maxParallelism?: number;
      /** Flink's execution state, e.g. RUNNING */
      state: string;
      /** Number of subtasks by execution state */
      tasks: {
        [key: string]: number;
      };
      recordsIn?: number;
      recordsOut?: number;
      bytesIn?: number;
      bytesOut?: number;
      recordsInPerSecond?: number;
      recordsOutPerSecond?: number;
      /** Share of time; the highest subtask */
      busy?: number;
      backpressured?: number;
      idle?: number;
      /**
       * Format: date-time
       * The lowest of its subtasks; absent while there is none
       */
      watermark?: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      endedAt?: string;
    };
    JobView: {
      jobId: string;
      name: string;
      /** Flink's job state */
      state: string;
      type?: 'streaming' | 'batch';
      /**
       * Format: date-time
       * When the cluster was asked
       */
      at: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      endedAt?: string;
      parallelism?: number;
      /** The scheduler lets parallelism be changed while it runs */
      rescalable?: boolean;
      vertices: components['schemas']['JobVertex'][];
      edges: {
        from: string;
        to: string;
        /** e.g. HASH, FORWARD */
        strategy?: string;
      }[];
      /** What this version of Flink does not tell, e.g. busy */
      missing: string[];
    };
    JobThroughput: {
      points: {
        /** Format: date-time */
        at: string;
        /** Out of the sources */
        recordsInPerSecond?: number;
        /** Into the sinks */
        recordsOutPerSecond?: number;
        bytesInPerSecond?: number;
        /** How far the slowest source is behind, where its connector tells */
        lagMs?: number;
        pendingRecords?: number;
      }[];
    };
    JobCheckpoint: {
      id: number;
      status: 'in-progress' | 'completed' | 'failed';
      kind: 'checkpoint' | 'savepoint';
      /** Format: date-time */
      triggeredAt: string;
      durationMs?: number;
      /** Written for this one */
      sizeBytes?: number;
      /** Of the whole state */
      fullSizeBytes?: number;
      acknowledged?: number;
      subtasks?: number;
      location?: string;
      discarded?: boolean;
      failure?: string;
    };
    JobCheckpoints: {
      enabled: boolean;
      intervalMs?: number;
      mode?: 'exactly-once' | 'at-least-once';
      storage?: string;
      stateBackend?: string;
      counts: {
        completed: number;
        failed: number;
        inProgress: number;
        restored: number;
        total: number;
      };
      durationMs?: components['schemas']['Spread'];
      sizeBytes?: components['schemas']['Spread'];
      restored?: {
        /** Format: date-time */
        at: string;
        location: string;
        kind?: 'checkpoint' | 'savepoint';
      };
      /** Newest first */
      history: components['schemas']['JobCheckpoint'][];
    };
    Spread: {
      min: number;
      average: number;
      max: number;
      p99?: number;
    };
    JobException: {
      /** Format: date-time */
      at: string;
      /** The root cause in a line */
      message: string;
      /** Secrets of the run masked */
      stack: string;
      task?: string;
      /** TaskManager */
      location?: string;
    };
    JobExceptions: {
      root?: components['schemas']['JobException'];
      history: components['schemas']['JobException'][];
      truncated: boolean;
    };
    JobConfiguration: {
      settings: components['schemas']['ConfigurationEntry'][];
      accumulators: {
        name: string;
        type: string;
        value: string;
      }[];
    };
    ConfigurationEntry: {
      key: string;
      value: string;
      /** e.g. execution, checkpointing, job, jobmanager */
      group?: string;
    };
    ClusterProcess: {
      /** `jobmanager`, or the TaskManager's id */
      id: string;
      kind: 'jobmanager' | 'taskmanager';
      title: string;
      logs: {
        name: string;
        sizeBytes: number;
      }[];
      missing?: string[];
    };
    ClusterProcessList: {
      items: components['schemas']['ClusterProcess'][];
    };
    ProcessText: {
      text: string;
      /** There is more before it */
      truncated: boolean;
      /** Format: date-time */
      at: string;
    };
    TargetInput: {
      name: string;
      /** e.g. flink-session */
      type: string;
      title?: string;
      description?: string;
      owner: string;
      system?: string;
      tags?: string[];
      config: components['schemas']['DataSourceConfig'];
      secrets?: components['schemas']['SecretInputs'];
    };
    TaskManager: {
      id: string;
      address?: string;
      slots: number;
      freeSlots: number;
      cpuCores?: number;
      /** Physical memory of its machine */
      memoryBytes?: number;
      heapBytes?: number;
      managedMemoryBytes?: number;
      /** Format: date-time */
      lastHeartbeatAt?: string;
      blocked?: boolean;
    };
    ClusterJob: {
      jobId: string;
      name: string;
      state: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      endedAt?: string;
      durationMs?: number;
      tasks?: {
        [key: string]: number;
      };
      /** Id of our run whose job it is, when the caller may read it */
      run?: string;
      pipeline?: string;
      /** False for a job that was started elsewhere */
      ours?: boolean;
    };
    TargetOverview: {
      /** Format: date-time */
      at: string;
      version?: string;
      commit?: string;
      slots: number;
      freeSlots: number;
      taskManagers: components['schemas']['TaskManager'][];
      jobs: components['schemas']['ClusterJob'][];
      gateway?: {
        healthy: boolean;
        version?: string;
        message?: string;
      };
      /** What this version of Flink does not tell */
      missing: string[];
    };
    TargetConfiguration: {
      items: components['schemas']['ConfigurationEntry'][];
    };
    Artifact: {
      name: string;
      description?: string;
      owner: string;
      sha256: string;
      sizeBytes: number;
      /** Main-Class and program-class of its manifest */
      entryClasses?: string[];
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Pipelines that the caller may read */
      usedBy: string[];
    };
    ArtifactPage: {
      items: components['schemas']['Artifact'][];
      nextCursor?: string;
      totalItems: number;
    };
    FlinkOption: {
      key: string;
      type:
        | 'string'
        | 'boolean'
        | 'integer'
        | 'number'
        | 'duration'
        | 'memory'
        | 'enum'
        | 'list'
        | 'map'
        | 'class';
      default?: string;
      values?: string[];
      /**
       * cluster: has no effect when set for a job
       */
      scope?: 'job' | 'cluster';
      /** First Flink version, e.g. 1.20 */
      since?: string;
      /** Last Flink version that knows it */
      until?: string;
    };
    SqlPlace: {
      kind: 'target' | 'data-source';
      name: string;
      title: string;
      /** flink-session, postgresql … */
      type?: string;
      dialect: components['schemas']['SqlDialect'];
      healthy: boolean;
      message?: string;
      features: (
        | 'settings'
        | 'jars'
        | 'explain'
        | 'complete'
        | 'changelog'
        | 'write'
      )[];
    };
    SqlDialect:
      | 'flink'
      | 'postgresql'
      | 'mysql'
      | 'sqlite'
      | 'sqlserver'
      | 'clickhouse';
    SqlSessionInput: {
      kind: 'target' | 'data-source';
      /** Name of the target or data source */
      place: string;
      title?: string;
      environment?: string;
      settings?: components['schemas']['FlinkSettings'];
      /** On a data source: also statements that change data; needs scaleph.sql.write. Read-only otherwise */
      write?: boolean;
    };
    SqlSession: {
      id: string;
      kind: 'target' | 'data-source';
      place: string;
      title: string;
      dialect: components['schemas']['SqlDialect'];
      environment?: string;
      write?: boolean;
      state: 'open' | 'ended';
      /** Why it has ended, e.g. idle for 30 minutes */
      reason?: string;
      settings?: components['schemas']['FlinkSettings'];
      jars?: string[];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastUsedAt: string;
      /**
       * Format: date-time
       * When it ends unless it is used
       */
      endsAt?: string;
      limits?: components['schemas']['SqlLimits'];
    };
    SqlLimits: {
      maxRows: number;
      timeoutSeconds: number;
      /** Statements of a user at the same time */
      maxConcurrent: number;
    };
    SqlStatementInput: {
      /** One statement */
      statement: string;
      variables?: components['schemas']['RunParameters'];
      /** Default: `0` */
      waitMs: number;
    };
    SqlOperation: {
      id: string;
      session: string;
      /** As it was given; placeholders are not replaced */
      statement: string;
      state: 'running' | 'finished' | 'failed' | 'canceled';
      /**
       * none: a statement without rows, e.g. DDL
       */
      resultKind?: 'rows' | 'changelog' | 'none';
      /** Of the Flink job behind it */
      jobId?: string;
      /** Fetched so far */
      rows?: number;
      /** The row limit was reached; there is more */
      capped?: boolean;
      error?: components['schemas']['SqlError'];
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      endedAt?: string;
    };
    SqlError: {
      /** The cause in a line; secrets masked */
      message: string;
      detail?: string;
      /** In the statement */
      line?: number;
      column?: number;
      endLine?: number;
      endColumn?: number;
    };
    SqlColumn: {
      name: string;
      /** The place's own name, e.g. DECIMAL(10, 2) */
      type: string;
      nullable?: boolean;
      /** Part of the upsert or primary key */
      key?: boolean;
    };
    /** A value is null, a string, a boolean or a number; what a double does not hold exactly is a string */
    SqlPage: {
      /** On every page that has rows */
      columns?: components['schemas']['SqlColumn'][];
      rows: unknown[][];
      /** A letter for each row: I insert, U update after, B update before, D delete; absent when all are inserts */
      kinds?: string;
      /** Token of the next page; absent when done */
      next?: string;
      done: boolean;
      state?: 'running' | 'finished' | 'failed' | 'canceled';
      capped?: boolean;
      error?: components['schemas']['SqlError'];
    };
    SqlExecution: {
      operation: components['schemas']['SqlOperation'];
      page?: components['schemas']['SqlPage'];
    };
    SqlExplanation: {
      ok: boolean;
      text?: string;
      nodes?: {
        id: string;
        title: string;
        detail?: string;
        parallelism?: number;
      }[];
      edges?: {
        from: string;
        to: string;
        strategy?: string;
      }[];
      error?: components['schemas']['SqlError'];
    };
    SqlObject: {
      kind: 'catalog' | 'database' | 'table' | 'view' | 'column' | 'function';
      name: string;
      /** Of a column */
      type?: string;
      nullable?: boolean;
      key?: boolean;
      comment?: string;
      /** The catalog or database that unqualified names mean */
      current?: boolean;
    };
    SqlHistoryEntry: {
      id: string;
      kind: 'target' | 'data-source';
      place: string;
      statement: string;
      state: 'running' | 'finished' | 'failed' | 'canceled';
      message?: string;
      rows?: number;
      /** Format: date-time */
      startedAt: string;
      durationMs?: number;
    };
    SqlHistoryPage: {
      items: components['schemas']['SqlHistoryEntry'][];
      nextCursor?: string;
    };
    SqlQueryInput: {
      title: string;
      sql: string;
      kind?: 'target' | 'data-source';
      place?: string;
      environment?: string;
      /**
       * private: only its author; shared: whoever may use SQL
       */
      visibility?: 'private' | 'shared';
    };
    SqlQuery: {
      id: string;
      title: string;
      sql: string;
      kind?: 'target' | 'data-source';
      place?: string;
      environment?: string;
      visibility: 'private' | 'shared';
      author: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      etag: string;
    };
    SqlEnvironmentInput: {
      title?: string;
      owner: string;
      /** Statements that run when a session opens with it; may hold $\{data-source.NAME.FIELD\} */
      initialSql: string;
      variables: {
        [key: string]: string;
      };
    };
    SqlEnvironment: {
      name: string;
      title?: string;
      owner: string;
      initialSql: string;
      variables: {
        [key: string]: string;
      };
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
      etag: string;
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
    /** Id of a process */
    process: string;
    processText: 'log' | 'stdout' | 'thread-dump';
    /** Name of a log file of the process; its main log when absent */
    logFile: string;
    tailBytes: number;
    artifactName: string;
    sqlSession: string;
    sqlOperation: string;
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
        /** Whether retired pipelines are listed */
        retired?: 'no' | 'only' | 'all';
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
          settings?: components['schemas']['RunSettings'];
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
  inferPipelineFields: {
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
        'application/json': components['schemas']['DocumentInput'];
      };
    };
    responses: {
      /** Of every node */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelineFields'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  previewPipelineNode: {
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
        'application/json': components['schemas']['PreviewInput'];
      };
    };
    responses: {
      /** The rows, or why there are none */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NodePreview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  retirePipeline: {
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
          message?: string;
        };
      };
    };
    responses: {
      /** Retired */
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
  bringBackPipeline: {
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
      /** In use */
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
  exportPipeline: {
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
      /** The archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  createPipelinePatch: {
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
        'application/json': components['schemas']['DocumentInput'];
      };
    };
    responses: {
      /** The patch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PipelinePatch'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  acceptOrigin: {
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
        'application/json': components['schemas']['OriginAcceptance'];
      };
    };
    responses: {
      /** The pipeline */
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
  detachPipeline: {
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
      /** The pipeline without its origin */
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
  syncOrigin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OriginReading'];
      };
    };
    responses: {
      /** What became of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OriginState'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  exportSystem: {
    parameters: {
      query: {
        /** Full entity ref */
        system: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  importArchive: {
    parameters: {
      query?: {
        /** What happens to a pipeline whose name is taken: nothing, a new draft of it, or a copy under a free name */
        onConflict?: 'skip' | 'draft' | 'copy';
        /** Only say what would happen */
        dryRun?: boolean;
        /** Owner of what is made; that of each document when absent */
        owner?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/zip': string;
      };
    };
    responses: {
      /** What happened to each pipeline of the archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArchiveImport'];
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
          settings?: components['schemas']['RunSettings'];
          startFrom?: components['schemas']['StartFrom'];
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
          action: components['schemas']['RunActionName'];
          startFrom?: components['schemas']['StartFrom'];
          /** Of rescale */
          parallelism?: number;
          /** Of upgrade: the version to go to; the newest when absent */
          version?: number;
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
      query?: {
        /** ignore: delete it though older versions use it, which cannot be run or restored then; drafts, newest versions and runs that have not ended still keep it */
        olderVersions?: 'keep' | 'ignore';
      };
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
          files?: components['schemas']['DataSourceFileInputs'];
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
  listDataSourceObjects: {
    parameters: {
      query?: {
        /** Names from the root down, e.g. path=public&path=orders; the root when absent */
        path?: string[];
        /** Substring of the name; case is ignored */
        search?: string;
      };
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The objects */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataSourceObjects'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  readDataSourceRows: {
    parameters: {
      query: {
        path: string[];
        limit?: number;
        /** last: the newest rows, of what has `hasLast` */
        from?: 'first' | 'last';
      };
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The rows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SampleRows'];
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
          files?: components['schemas']['DataSourceFileInputs'];
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
            items: components['schemas']['ConnectorSummary'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getConnector: {
    parameters: {
      query?: {
        /** A release of SeaTunnel, e.g. 2.3.4; all together when absent, and what only some have says so in `x-releases` */
        release?: string;
      };
      header?: never;
      path: {
        kind: components['schemas']['NodeKind'];
        /** SeaTunnel's identifier */
        connector: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The connector */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectorInfo'];
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
  createTarget: {
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
        'application/json': components['schemas']['TargetInput'];
      };
    };
    responses: {
      /** Registered */
      201: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Target'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunOperations: {
    parameters: {
      query?: {
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
      /** Operations */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunOperationList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunSnapshots: {
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
      /** Snapshots of this run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteRunSnapshot: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['runId'];
        snapshot: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Disposed of */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  listPipelineSnapshots: {
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
      /** Snapshots */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRunJob: {
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
      /** The job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobView'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRunJobThroughput: {
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
      /** Points since somebody looks, at most an hour */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobThroughput'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRunJobCheckpoints: {
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
      /** Statistics and history */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobCheckpoints'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRunJobExceptions: {
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
      /** Root cause and history, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobExceptions'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRunJobConfiguration: {
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
      /** Configuration, checkpoint settings and accumulators; secrets masked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobConfiguration'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunJobProcesses: {
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
      /** Processes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClusterProcessList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRunJobText: {
    parameters: {
      query: {
        /** Id of a process */
        process: components['parameters']['process'];
        text: components['parameters']['processText'];
        /** Name of a log file of the process; its main log when absent */
        file?: components['parameters']['logFile'];
        tailBytes?: components['parameters']['tailBytes'];
      };
      header?: never;
      path: {
        id: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProcessText'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listTargetTypes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Kinds of targets that can be registered */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RegistrationTypeInfo'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  testTargetConfig: {
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
  getTarget: {
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
      /** The target; of its secrets only which are set */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Target'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  updateTarget: {
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
        'application/json': components['schemas']['TargetInput'];
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
          'application/json': components['schemas']['Target'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteTarget: {
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
      /** Unregistered */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  testTarget: {
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
  getTargetOverview: {
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
      /** The cluster */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TargetOverview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getTargetConfiguration: {
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
      /** The cluster's configuration; what looks like a secret is masked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TargetConfiguration'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listTargetProcesses: {
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
      /** JobManager and TaskManagers with their log files */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClusterProcessList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getTargetText: {
    parameters: {
      query: {
        /** Id of a process */
        process: components['parameters']['process'];
        text: components['parameters']['processText'];
        /** Name of a log file of the process; its main log when absent */
        file?: components['parameters']['logFile'];
        tailBytes?: components['parameters']['tailBytes'];
      };
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProcessText'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  createTargetUiTicket: {
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
      /** The link */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Relative to the API's base, e.g. /ui/<ticket>/ */
            path: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  adoptJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
        jobId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          pipeline: string;
          /** The newest when absent */
          version?: number;
        };
      };
    };
    responses: {
      /** The run */
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
  listArtifacts: {
    parameters: {
      query?: {
        /** Substring of name, title, description or tag; case is ignored */
        search?: components['parameters']['search'];
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
      /** Jars by name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArtifactPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getArtifact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['artifactName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** What it is; not its bytes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Artifact'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  uploadArtifact: {
    parameters: {
      query: {
        owner: string;
        description?: string;
      };
      header?: never;
      path: {
        name: components['parameters']['artifactName'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/java-archive': string;
      };
    };
    responses: {
      /** It was there already */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Artifact'];
        };
      };
      /** Stored */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Artifact'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteArtifact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['artifactName'];
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
  listFlinkOptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Keys */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FlinkOption'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSqlPlaces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Places */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SqlPlace'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSqlSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Sessions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SqlSession'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  openSqlSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SqlSessionInput'];
      };
    };
    responses: {
      /** Open; the statements of its environment have run */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlSession'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getSqlSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The session with its settings */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlSession'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  closeSqlSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  addSqlJar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          artifact: string;
        };
      };
    };
    responses: {
      /** Added */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlSession'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSqlOperations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Operations */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SqlOperation'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  executeSql: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SqlStatementInput'];
      };
    };
    responses: {
      /** The operation; with its first rows when they came within `waitMs` */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlExecution'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  completeSql: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          statement: string;
          position: number;
        };
      };
    };
    responses: {
      /** Candidates */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: string[];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  explainSql: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          statement: string;
          variables?: components['schemas']['RunParameters'];
        };
      };
    };
    responses: {
      /** The plan, or the problem */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlExplanation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSqlObjects: {
    parameters: {
      query?: {
        catalog?: string;
        database?: string;
        table?: string;
        /** The functions instead of the tree */
        functions?: boolean;
      };
      header?: never;
      path: {
        session: components['parameters']['sqlSession'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Objects */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SqlObject'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  getSqlOperation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        operation: components['parameters']['sqlOperation'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The operation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlOperation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  fetchSqlRows: {
    parameters: {
      query?: {
        /** `next` of the page before; the first page without */
        token?: string;
        waitMs?: number;
        maxRows?: number;
      };
      header?: never;
      path: {
        operation: components['parameters']['sqlOperation'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Rows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  cancelSqlOperation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        operation: components['parameters']['sqlOperation'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The operation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlOperation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSqlHistory: {
    parameters: {
      query?: {
        /** Substring of name, title, description or tag; case is ignored */
        search?: components['parameters']['search'];
        place?: string;
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
          'application/json': components['schemas']['SqlHistoryPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  clearSqlHistory: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Forgotten */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  listSqlQueries: {
    parameters: {
      query?: {
        /** Substring of name, title, description or tag; case is ignored */
        search?: components['parameters']['search'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Queries */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SqlQuery'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  createSqlQuery: {
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
        'application/json': components['schemas']['SqlQueryInput'];
      };
    };
    responses: {
      /** Saved */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlQuery'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getSqlQuery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        query: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The query */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlQuery'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  updateSqlQuery: {
    parameters: {
      query?: never;
      header?: {
        /** The ETag last read, or `*`. Required: 428 without */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        query: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SqlQueryInput'];
      };
    };
    responses: {
      /** Saved */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SqlQuery'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteSqlQuery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        query: string;
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
  listSqlEnvironments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Environments */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SqlEnvironment'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  putSqlEnvironment: {
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
        'application/json': components['schemas']['SqlEnvironmentInput'];
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
          'application/json': components['schemas']['SqlEnvironment'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteSqlEnvironment: {
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
}
