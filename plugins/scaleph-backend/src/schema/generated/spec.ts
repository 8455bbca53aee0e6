// Generated from plugins/scaleph-backend/src/schema/openapi.yaml by tools/openapi/generate.mjs; do not edit.
/* eslint-disable */

/** The contract of the Scaleph API as an OpenAPI document. @internal */
export const spec = {
  openapi: '3.0.3',
  info: {
    title: 'Scaleph',
    version: '1',
    description:
      "Pipelines, their runs and the data sources that they use. Errors have Backstage's form (`{error: {name, message, …}, request, response: {statusCode}}`); an InputError about a document carries `error.problems`, the list of problems with JSON pointers. Writes to an existing resource need `If-Match` with the ETag last read (428 without it, 412 when stale; `*` overwrites knowingly). Creates take an `Idempotency-Key`: the same key and body answers the first result again, the same key with another body is a 409.",
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [
    {
      url: '/',
    },
  ],
  tags: [
    {
      name: 'pipelines',
    },
    {
      name: 'runs',
    },
    {
      name: 'data-sources',
    },
    {
      name: 'jobs',
      description: 'What the cluster says of the job of a run',
    },
    {
      name: 'targets',
    },
    {
      name: 'artifacts',
    },
    {
      name: 'sql',
    },
    {
      name: 'catalogue',
      description: 'What this installation offers',
    },
  ],
  paths: {
    '/pipelines': {
      get: {
        operationId: 'listPipelines',
        tags: ['pipelines'],
        summary: 'The pipelines that the caller may read',
        parameters: [
          {
            $ref: '#/components/parameters/search',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            name: 'system',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'type',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/PipelineType',
            },
          },
          {
            name: 'tag',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'state',
            in: 'query',
            description: 'State of the newest run',
            schema: {
              $ref: '#/components/schemas/RunState',
            },
          },
          {
            name: 'dataSource',
            in: 'query',
            description:
              'Name of a data source that the draft or published version uses',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'retired',
            in: 'query',
            description: 'Whether retired pipelines are listed',
            schema: {
              type: 'string',
              enum: ['no', 'only', 'all'],
              default: 'no',
            },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: [
                'name',
                '-name',
                'updatedAt',
                '-updatedAt',
                'owner',
                '-owner',
              ],
              default: 'name',
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'One page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelinePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'createPipeline',
        tags: ['pipelines'],
        summary:
          'Create a pipeline from a document, as a draft or published at once',
        parameters: [
          {
            $ref: '#/components/parameters/idempotencyKey',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  document: {
                    $ref: '#/components/schemas/UncheckedDocument',
                  },
                  yaml: {
                    $ref: '#/components/schemas/DocumentText',
                  },
                  publish: {
                    type: 'boolean',
                    default: false,
                    description:
                      'Publish as version 1; refused, and nothing created, when the document has problems',
                  },
                  message: {
                    type: 'string',
                    maxLength: 500,
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Created',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Pipeline',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/validations': {
      post: {
        operationId: 'validatePipeline',
        tags: ['pipelines'],
        summary: 'Check a document without storing it',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  document: {
                    $ref: '#/components/schemas/UncheckedDocument',
                  },
                  yaml: {
                    $ref: '#/components/schemas/DocumentText',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What was found',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ValidationResult',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'getPipeline',
        tags: ['pipelines'],
        responses: {
          '200': {
            description: 'The pipeline with its draft',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Pipeline',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'updatePipeline',
        tags: ['pipelines'],
        summary: 'Replace the draft',
        description:
          'The document must have the shape of a pipeline; problems of meaning (an unknown connector, a missing option) are stored with the draft and only block publishing. metadata.name cannot change.',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  document: {
                    $ref: '#/components/schemas/UncheckedDocument',
                  },
                  yaml: {
                    $ref: '#/components/schemas/DocumentText',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Stored',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Pipeline',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'deletePipeline',
        tags: ['pipelines'],
        summary:
          'Delete a pipeline with its versions; refused (409) while a run of it is alive. Finished runs stay until retention removes them',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        responses: {
          '204': {
            description: 'Deleted',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/versions': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'listPipelineVersions',
        tags: ['pipelines'],
        parameters: [
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'Newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineVersionPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'publishPipeline',
        tags: ['pipelines'],
        summary: 'Publish the draft as the next version',
        description:
          'Publishing a draft that equals the newest version answers that version (200) and makes no new one.',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
          {
            $ref: '#/components/parameters/idempotencyKey',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  message: {
                    type: 'string',
                    maxLength: 500,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Unchanged since the newest version',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineVersion',
                },
              },
            },
          },
          '201': {
            description: 'Published',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineVersion',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/versions/{version}': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
        {
          name: 'version',
          in: 'path',
          required: true,
          schema: {
            type: 'integer',
            minimum: 1,
          },
        },
      ],
      get: {
        operationId: 'getPipelineVersion',
        tags: ['pipelines'],
        responses: {
          '200': {
            description: 'One version with its document',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineVersion',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/diff': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'diffPipeline',
        tags: ['pipelines'],
        summary:
          'What differs in meaning between two versions (layout never counts)',
        parameters: [
          {
            name: 'from',
            in: 'query',
            description:
              'A version number or `draft`; the newest version when absent',
            schema: {
              type: 'string',
              pattern: '^(draft|[1-9][0-9]{0,8})$',
            },
          },
          {
            name: 'to',
            in: 'query',
            description: 'A version number or `draft`',
            schema: {
              type: 'string',
              pattern: '^(draft|[1-9][0-9]{0,8})$',
              default: 'draft',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The changes',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineDiff',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/plan': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'planPipeline',
        tags: ['pipelines'],
        summary:
          'The exact artefacts that a run would submit, with secrets masked; nothing runs',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  version: {
                    $ref: '#/components/schemas/VersionSelector',
                  },
                  target: {
                    type: 'string',
                    description:
                      'Name of a target; the only or first one when absent',
                  },
                  parameters: {
                    $ref: '#/components/schemas/RunParameters',
                  },
                  settings: {
                    $ref: '#/components/schemas/RunSettings',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The plan',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeploymentPlanView',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/fields': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'inferPipelineFields',
        tags: ['pipelines'],
        summary:
          'The fields that arrive at and leave each node of a document that need not be stored',
        description:
          'Asks files and data sources where a field list is not written down; a node whose fields cannot be known says why, also when the caller may not use its data source. The caller may update the pipeline.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DocumentInput',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Of every node',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelineFields',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/previews': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'previewPipelineNode',
        tags: ['pipelines'],
        summary:
          'The first rows that leave a node of a document that need not be stored; nothing is written anywhere',
        description:
          'Runs what feeds the node on the embedded engine, with a limit of rows, time and memory. Closing the request stops it. The caller may update and run the pipeline, and use the data sources of the nodes above.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PreviewInput',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The rows, or why there are none',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/NodePreview',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/retirement': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      put: {
        operationId: 'retirePipeline',
        tags: ['pipelines'],
        summary:
          'Take a pipeline out of use; it stays readable with its versions and runs. Refused (409) while a run of it is alive',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  message: {
                    type: 'string',
                    maxLength: 500,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Retired',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Pipeline',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'bringBackPipeline',
        tags: ['pipelines'],
        summary: 'Bring a retired pipeline back into use',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        responses: {
          '200': {
            description: 'In use',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Pipeline',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/archive': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'exportPipeline',
        tags: ['pipelines'],
        summary:
          'The pipeline with its versions as a ZIP archive; of data sources their names alone',
        responses: {
          '200': {
            description: 'The archive',
            content: {
              'application/zip': {
                schema: {
                  type: 'string',
                  format: 'binary',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/patches': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'createPipelinePatch',
        tags: ['pipelines'],
        summary:
          'What a document changes of the file in the repository that the pipeline comes from, as a unified diff',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DocumentInput',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The patch',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PipelinePatch',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/origin': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      put: {
        operationId: 'acceptOrigin',
        tags: ['pipelines'],
        summary:
          'Read the pipeline from the place that its entity names now, another repository than before; what is there becomes a version when the catalog looks at the entity next',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/OriginAcceptance',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The pipeline',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Pipeline',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'detachPipeline',
        tags: ['pipelines'],
        summary:
          'Make a pipeline that comes from a repository one of the portal; it keeps its versions. Where its entity still names the file, the next reading is refused',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        responses: {
          '200': {
            description: 'The pipeline without its origin',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Pipeline',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/origins': {
      post: {
        operationId: 'syncOrigin',
        tags: ['pipelines'],
        summary:
          'What the catalog has read of the file that an entity names; for the catalog alone',
        description:
          'A document that is new or means something else becomes the next version; one with problems is kept as a draft, and the version before stays. Sent twice it changes nothing the second time.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/OriginReading',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/OriginState',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/archives': {
      get: {
        operationId: 'exportSystem',
        tags: ['pipelines'],
        summary:
          'All pipelines of a System that the caller may read, as a ZIP archive',
        parameters: [
          {
            name: 'system',
            in: 'query',
            allowReserved: true,
            required: true,
            description: 'Full entity ref',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The archive',
            content: {
              'application/zip': {
                schema: {
                  type: 'string',
                  format: 'binary',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'importArchive',
        tags: ['pipelines'],
        summary: 'Make pipelines from an archive; each whole or not at all',
        parameters: [
          {
            name: 'onConflict',
            in: 'query',
            description:
              'What happens to a pipeline whose name is taken: nothing, a new draft of it, or a copy under a free name',
            schema: {
              type: 'string',
              enum: ['skip', 'draft', 'copy'],
              default: 'skip',
            },
          },
          {
            name: 'dryRun',
            in: 'query',
            description: 'Only say what would happen',
            schema: {
              type: 'boolean',
              default: false,
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Owner of what is made; that of each document when absent',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/zip': {
              schema: {
                type: 'string',
                format: 'binary',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What happened to each pipeline of the archive',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ArchiveImport',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/runs': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'listPipelineRuns',
        tags: ['runs'],
        parameters: [
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/RunState',
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'Newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RunPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'createRun',
        tags: ['runs'],
        summary: 'Run a published version',
        parameters: [
          {
            $ref: '#/components/parameters/idempotencyKey',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description: 'The newest when absent',
                  },
                  target: {
                    type: 'string',
                  },
                  parameters: {
                    $ref: '#/components/schemas/RunParameters',
                  },
                  settings: {
                    $ref: '#/components/schemas/RunSettings',
                  },
                  startFrom: {
                    $ref: '#/components/schemas/StartFrom',
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description:
              'The intent is recorded; the run is submitted by the supervisor',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Run',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs': {
      get: {
        operationId: 'listRuns',
        tags: ['runs'],
        parameters: [
          {
            $ref: '#/components/parameters/search',
          },
          {
            name: 'pipeline',
            in: 'query',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/RunState',
            },
          },
          {
            name: 'active',
            in: 'query',
            description: 'Only runs that have not ended',
            schema: {
              type: 'boolean',
            },
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['createdAt', '-createdAt'],
              default: '-createdAt',
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'One page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RunPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'getRun',
        tags: ['runs'],
        responses: {
          '200': {
            description: 'The run with its counters',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Run',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/events': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'listRunEvents',
        tags: ['runs'],
        summary: 'The timeline, oldest first',
        parameters: [
          {
            name: 'after',
            in: 'query',
            description: 'Only events with a greater sequence number',
            schema: {
              type: 'integer',
              minimum: 0,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'Events',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RunEventList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/logs': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'listRunLogs',
        tags: ['runs'],
        summary: 'Log lines, oldest first',
        parameters: [
          {
            name: 'after',
            in: 'query',
            description: 'Only lines with a greater sequence number',
            schema: {
              type: 'integer',
              minimum: 0,
            },
          },
          {
            name: 'node',
            in: 'query',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'level',
            in: 'query',
            description: 'This level and above',
            schema: {
              $ref: '#/components/schemas/LogLevel',
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 5000,
              default: 1000,
            },
          },
        ],
        responses: {
          '200': {
            description: 'Lines',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RunLogList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/actions': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      post: {
        operationId: 'actOnRun',
        tags: ['runs'],
        summary:
          'Ask for a change of the run; the answer is the run with the new desired state',
        description:
          'cancel ends the run as soon as the engine can; stop takes a savepoint first. suspend takes a savepoint and ends the job, the run waits SUSPENDED; resume starts it again (newest snapshot, or `startFrom`); restart is both. savepoint, checkpoint and rescale act on the running job. upgrade starts a run of another version from a savepoint of this one, and goes back when that fails; its answer is the new run. What the target or the state does not allow is a 409 that says why. Repeating an action that is under way is harmless.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['action'],
                properties: {
                  action: {
                    $ref: '#/components/schemas/RunActionName',
                  },
                  startFrom: {
                    $ref: '#/components/schemas/StartFrom',
                  },
                  parallelism: {
                    type: 'integer',
                    minimum: 1,
                    maximum: 1024,
                    description: 'Of rescale',
                  },
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description:
                      'Of upgrade: the version to go to; the newest when absent',
                  },
                },
              },
            },
          },
        },
        responses: {
          '202': {
            description: 'Recorded',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Run',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/data-sources': {
      get: {
        operationId: 'listDataSources',
        tags: ['data-sources'],
        parameters: [
          {
            $ref: '#/components/parameters/search',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            name: 'system',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'type',
            in: 'query',
            schema: {
              type: 'string',
            },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: [
                'name',
                '-name',
                'updatedAt',
                '-updatedAt',
                'type',
                '-type',
              ],
              default: 'name',
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'One page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DataSourcePage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'createDataSource',
        tags: ['data-sources'],
        parameters: [
          {
            $ref: '#/components/parameters/idempotencyKey',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DataSourceInput',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Created',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DataSource',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/data-sources/{name}': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'getDataSource',
        tags: ['data-sources'],
        responses: {
          '200': {
            description: 'The data source; of its secrets only which are set',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DataSource',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'updateDataSource',
        tags: ['data-sources'],
        summary:
          'Replace it; a secret that is left out stays as it is, one given as null is removed',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DataSourceInput',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Stored',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DataSource',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'deleteDataSource',
        tags: ['data-sources'],
        summary:
          'Delete it; refused (409, naming them) while a pipeline uses it',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
          {
            name: 'olderVersions',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['keep', 'ignore'],
              default: 'keep',
            },
            description:
              'ignore: delete it though older versions use it, which cannot be run or restored then; drafts, newest versions and runs that have not ended still keep it',
          },
        ],
        responses: {
          '204': {
            description: 'Deleted',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/data-sources/{name}/test': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'testDataSource',
        tags: ['data-sources'],
        summary:
          'Try the stored connection, or an edit of it that is not saved yet',
        description:
          'A test of the stored form is remembered as lastTest. With `config` or `secrets` in the body the stored secrets are used only when `config` points at the same place as the stored one; otherwise they must be given again.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  config: {
                    $ref: '#/components/schemas/DataSourceConfig',
                  },
                  secrets: {
                    $ref: '#/components/schemas/SecretInputs',
                  },
                  files: {
                    $ref: '#/components/schemas/DataSourceFileInputs',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The outcome, good or bad',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ConnectionTest',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/data-sources/{name}/objects': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'listDataSourceObjects',
        tags: ['data-sources'],
        summary:
          'One level of what a data source holds, e.g. its schemas, the tables of one, the columns of a table',
        parameters: [
          {
            name: 'path',
            in: 'query',
            allowReserved: true,
            description:
              'Names from the root down, e.g. path=public&path=orders; the root when absent',
            schema: {
              type: 'array',
              maxItems: 16,
              items: {
                type: 'string',
                maxLength: 1024,
              },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'search',
            in: 'query',
            allowReserved: true,
            description: 'Substring of the name; case is ignored',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The objects',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DataSourceObjects',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/data-sources/{name}/rows': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'readDataSourceRows',
        tags: ['data-sources'],
        summary: 'The first rows of an object of a data source',
        parameters: [
          {
            name: 'path',
            in: 'query',
            allowReserved: true,
            required: true,
            schema: {
              type: 'array',
              minItems: 1,
              maxItems: 16,
              items: {
                type: 'string',
                maxLength: 1024,
              },
            },
            style: 'form',
            explode: true,
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 200,
              default: 50,
            },
          },
          {
            name: 'from',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['first', 'last'],
              default: 'first',
            },
            description: 'last: the newest rows, of what has `hasLast`',
          },
        ],
        responses: {
          '200': {
            description: 'The rows',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SampleRows',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/data-source-types': {
      get: {
        operationId: 'listDataSourceTypes',
        tags: ['catalogue'],
        responses: {
          '200': {
            description: 'Every type',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/DataSourceTypeInfo',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/data-source-types/{type}/test': {
      parameters: [
        {
          name: 'type',
          in: 'path',
          required: true,
          schema: {
            type: 'string',
            maxLength: 100,
          },
        },
      ],
      post: {
        operationId: 'testDataSourceConfig',
        tags: ['data-sources'],
        summary: 'Try a connection that is not saved',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['config'],
                properties: {
                  config: {
                    $ref: '#/components/schemas/DataSourceConfig',
                  },
                  secrets: {
                    $ref: '#/components/schemas/SecretInputs',
                  },
                  files: {
                    $ref: '#/components/schemas/DataSourceFileInputs',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The outcome, good or bad',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ConnectionTest',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/connectors': {
      get: {
        operationId: 'listConnectors',
        tags: ['catalogue'],
        parameters: [
          {
            name: 'kind',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/NodeKind',
            },
          },
        ],
        responses: {
          '200': {
            description: 'Every connector that an engine here can run',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/ConnectorSummary',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/connectors/{kind}/{connector}': {
      parameters: [
        {
          name: 'kind',
          in: 'path',
          required: true,
          schema: {
            $ref: '#/components/schemas/NodeKind',
          },
        },
        {
          name: 'connector',
          in: 'path',
          required: true,
          description: "SeaTunnel's identifier",
          schema: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
        },
      ],
      get: {
        operationId: 'getConnector',
        tags: ['catalogue'],
        summary: 'One connector with the schema of its options',
        parameters: [
          {
            name: 'release',
            in: 'query',
            description:
              'A release of SeaTunnel, e.g. 2.3.4; all together when absent, and what only some have says so in `x-releases`',
            schema: {
              type: 'string',
              maxLength: 30,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The connector',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ConnectorInfo',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets': {
      get: {
        operationId: 'listTargets',
        tags: ['targets'],
        responses: {
          '200': {
            description: 'Where pipelines can run',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Target',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'createTarget',
        tags: ['targets'],
        summary: 'Register a cluster',
        parameters: [
          {
            $ref: '#/components/parameters/idempotencyKey',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/TargetInput',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Registered',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Target',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/operations': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'listRunOperations',
        tags: ['runs'],
        summary:
          'Savepoints, checkpoints, suspends, rescales that were asked for; newest first',
        parameters: [
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'Operations',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RunOperationList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/snapshots': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'listRunSnapshots',
        tags: ['runs'],
        summary:
          'Savepoints and retained checkpoints that a run can start from, newest first',
        responses: {
          '200': {
            description: 'Snapshots of this run',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SnapshotList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/snapshots/{snapshot}': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
        {
          name: 'snapshot',
          in: 'path',
          required: true,
          schema: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
          },
        },
      ],
      delete: {
        operationId: 'deleteRunSnapshot',
        tags: ['runs'],
        summary:
          'Dispose of a savepoint or retained checkpoint on the cluster; refused (409) while a run needs it',
        responses: {
          '204': {
            description: 'Disposed of',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/pipelines/{name}/snapshots': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'listPipelineSnapshots',
        tags: ['runs'],
        summary:
          'Snapshots of all runs of a pipeline that a new run can start from, newest first',
        responses: {
          '200': {
            description: 'Snapshots',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SnapshotList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/job': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'getRunJob',
        tags: ['jobs'],
        summary:
          'The job graph as it is now; one poll of the cluster serves all viewers for two seconds',
        responses: {
          '200': {
            description: 'The job',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/JobView',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/job/throughput': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'getRunJobThroughput',
        tags: ['jobs'],
        responses: {
          '200': {
            description: 'Points since somebody looks, at most an hour',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/JobThroughput',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/job/checkpoints': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'getRunJobCheckpoints',
        tags: ['jobs'],
        responses: {
          '200': {
            description: 'Statistics and history',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/JobCheckpoints',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/job/exceptions': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'getRunJobExceptions',
        tags: ['jobs'],
        responses: {
          '200': {
            description: 'Root cause and history, newest first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/JobExceptions',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/job/configuration': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'getRunJobConfiguration',
        tags: ['jobs'],
        responses: {
          '200': {
            description:
              'Configuration, checkpoint settings and accumulators; secrets masked',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/JobConfiguration',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/job/processes': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'listRunJobProcesses',
        tags: ['jobs'],
        summary:
          'The JobManager and the TaskManagers that run tasks of the job, with their log files',
        responses: {
          '200': {
            description: 'Processes',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ClusterProcessList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/runs/{id}/job/text': {
      parameters: [
        {
          $ref: '#/components/parameters/runId',
        },
      ],
      get: {
        operationId: 'getRunJobText',
        tags: ['jobs'],
        summary:
          'The end of a log, the standard output or a thread dump of a process of the job; secrets of the run are masked',
        parameters: [
          {
            $ref: '#/components/parameters/process',
          },
          {
            $ref: '#/components/parameters/processText',
          },
          {
            $ref: '#/components/parameters/logFile',
          },
          {
            $ref: '#/components/parameters/tailBytes',
          },
        ],
        responses: {
          '200': {
            description: 'The text',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ProcessText',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/target-types': {
      get: {
        operationId: 'listTargetTypes',
        tags: ['targets'],
        responses: {
          '200': {
            description: 'Kinds of targets that can be registered',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/RegistrationTypeInfo',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/target-types/{type}/test': {
      parameters: [
        {
          name: 'type',
          in: 'path',
          required: true,
          schema: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
        },
      ],
      post: {
        operationId: 'testTargetConfig',
        tags: ['targets'],
        summary: 'Try a target that is not saved',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['config'],
                properties: {
                  config: {
                    $ref: '#/components/schemas/DataSourceConfig',
                  },
                  secrets: {
                    $ref: '#/components/schemas/SecretInputs',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The outcome, good or bad',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ConnectionTest',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'getTarget',
        tags: ['targets'],
        responses: {
          '200': {
            description: 'The target; of its secrets only which are set',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Target',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'updateTarget',
        tags: ['targets'],
        summary:
          'Replace it; a secret that is left out stays as it is, one given as null is removed',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/TargetInput',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Stored',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Target',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'deleteTarget',
        tags: ['targets'],
        summary:
          'Unregister it; refused (409, naming them) while runs on it have not ended',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        responses: {
          '204': {
            description: 'Unregistered',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}/test': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'testTarget',
        tags: ['targets'],
        summary:
          'Try the registered target, or an edit of it that is not saved yet',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  config: {
                    $ref: '#/components/schemas/DataSourceConfig',
                  },
                  secrets: {
                    $ref: '#/components/schemas/SecretInputs',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The outcome, good or bad',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ConnectionTest',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}/overview': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'getTargetOverview',
        tags: ['targets'],
        summary: 'Slots, TaskManagers and jobs as they are now',
        responses: {
          '200': {
            description: 'The cluster',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TargetOverview',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}/configuration': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'getTargetConfiguration',
        tags: ['targets'],
        responses: {
          '200': {
            description:
              "The cluster's configuration; what looks like a secret is masked",
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TargetConfiguration',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}/processes': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'listTargetProcesses',
        tags: ['targets'],
        responses: {
          '200': {
            description: 'JobManager and TaskManagers with their log files',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ClusterProcessList',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}/text': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'getTargetText',
        tags: ['targets'],
        summary:
          'The end of a log, the standard output or a thread dump of a process of the cluster; for those who may manage the target',
        parameters: [
          {
            $ref: '#/components/parameters/process',
          },
          {
            $ref: '#/components/parameters/processText',
          },
          {
            $ref: '#/components/parameters/logFile',
          },
          {
            $ref: '#/components/parameters/tailBytes',
          },
        ],
        responses: {
          '200': {
            description: 'The text',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ProcessText',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}/ui-tickets': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'createTargetUiTicket',
        tags: ['targets'],
        summary:
          "A link to the cluster's own user interface through Scaleph, read-only, for this user and for a short time",
        responses: {
          '201': {
            description: 'The link',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['path', 'expiresAt'],
                  properties: {
                    path: {
                      type: 'string',
                      description:
                        "Relative to the API's base, e.g. /ui/<ticket>/",
                    },
                    expiresAt: {
                      type: 'string',
                      format: 'date-time',
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/targets/{name}/jobs/{jobId}/adoption': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
        {
          name: 'jobId',
          in: 'path',
          required: true,
          schema: {
            type: 'string',
            pattern: '^[0-9a-f]{32}$',
          },
        },
      ],
      post: {
        operationId: 'adoptJob',
        tags: ['targets'],
        summary:
          'Make a job that was started elsewhere a run of a pipeline; from then on it is supervised',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['pipeline'],
                properties: {
                  pipeline: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 100,
                  },
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description: 'The newest when absent',
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The run',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Run',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/artifacts': {
      get: {
        operationId: 'listArtifacts',
        tags: ['artifacts'],
        parameters: [
          {
            $ref: '#/components/parameters/search',
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'Jars by name',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ArtifactPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/artifacts/{name}': {
      parameters: [
        {
          $ref: '#/components/parameters/artifactName',
        },
      ],
      put: {
        operationId: 'uploadArtifact',
        tags: ['artifacts'],
        summary:
          'Upload a jar. It never changes: the same bytes again are a 200, other bytes under the name a 409',
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            required: true,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
          },
          {
            name: 'description',
            in: 'query',
            schema: {
              type: 'string',
              maxLength: 500,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/java-archive': {
              schema: {
                type: 'string',
                format: 'binary',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'It was there already',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Artifact',
                },
              },
            },
          },
          '201': {
            description: 'Stored',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Artifact',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      get: {
        operationId: 'getArtifact',
        tags: ['artifacts'],
        responses: {
          '200': {
            description: 'What it is; not its bytes',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Artifact',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'deleteArtifact',
        tags: ['artifacts'],
        summary: 'Refused (409, naming them) while a pipeline uses it',
        responses: {
          '204': {
            description: 'Deleted',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/flink-options': {
      get: {
        operationId: 'listFlinkOptions',
        tags: ['catalogue'],
        summary: 'Configuration keys of Flink, for completion and checks',
        responses: {
          '200': {
            description: 'Keys',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/FlinkOption',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/places': {
      get: {
        operationId: 'listSqlPlaces',
        tags: ['sql'],
        summary: 'Targets and data sources on which the caller may run SQL',
        responses: {
          '200': {
            description: 'Places',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/SqlPlace',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/sessions': {
      get: {
        operationId: 'listSqlSessions',
        tags: ['sql'],
        summary: "The caller's own sessions, newest first",
        responses: {
          '200': {
            description: 'Sessions',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/SqlSession',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'openSqlSession',
        tags: ['sql'],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SqlSessionInput',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Open; the statements of its environment have run',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlSession',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/sessions/{session}': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlSession',
        },
      ],
      get: {
        operationId: 'getSqlSession',
        tags: ['sql'],
        responses: {
          '200': {
            description: 'The session with its settings',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlSession',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'closeSqlSession',
        tags: ['sql'],
        summary: 'End it with all that runs in it',
        responses: {
          '204': {
            description: 'Ended',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/sessions/{session}/jars': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlSession',
        },
      ],
      post: {
        operationId: 'addSqlJar',
        tags: ['sql'],
        summary: 'Add an uploaded jar to the session (ADD JAR)',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['artifact'],
                properties: {
                  artifact: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 200,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Added',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlSession',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/sessions/{session}/operations': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlSession',
        },
      ],
      get: {
        operationId: 'listSqlOperations',
        tags: ['sql'],
        summary: 'What ran and runs in the session, newest first',
        responses: {
          '200': {
            description: 'Operations',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/SqlOperation',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'executeSql',
        tags: ['sql'],
        summary:
          'Run one statement; the answer is at once, the rows are fetched from the operation',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SqlStatementInput',
              },
            },
          },
        },
        responses: {
          '201': {
            description:
              'The operation; with its first rows when they came within `waitMs`',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlExecution',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/sessions/{session}/completions': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlSession',
        },
      ],
      post: {
        operationId: 'completeSql',
        tags: ['sql'],
        summary: 'Completion hints of the planner; changes nothing',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['statement', 'position'],
                properties: {
                  statement: {
                    type: 'string',
                    maxLength: 100000,
                  },
                  position: {
                    type: 'integer',
                    minimum: 0,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Candidates',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        type: 'string',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/sessions/{session}/explanations': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlSession',
        },
      ],
      post: {
        operationId: 'explainSql',
        tags: ['sql'],
        summary:
          "The planner's word on a statement: its plan as text and graph, or where it is wrong",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['statement'],
                properties: {
                  statement: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 1048576,
                  },
                  variables: {
                    $ref: '#/components/schemas/RunParameters',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The plan, or the problem',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlExplanation',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/sessions/{session}/objects': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlSession',
        },
      ],
      get: {
        operationId: 'listSqlObjects',
        tags: ['sql'],
        summary:
          'One level of the metadata tree: catalogs (or schemas), databases, tables, functions; with a table its columns',
        parameters: [
          {
            name: 'catalog',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'database',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'table',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'functions',
            in: 'query',
            description: 'The functions instead of the tree',
            schema: {
              type: 'boolean',
            },
          },
        ],
        responses: {
          '200': {
            description: 'Objects',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/SqlObject',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/operations/{operation}': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlOperation',
        },
      ],
      get: {
        operationId: 'getSqlOperation',
        tags: ['sql'],
        responses: {
          '200': {
            description: 'The operation',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlOperation',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/operations/{operation}/rows': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlOperation',
        },
      ],
      get: {
        operationId: 'fetchSqlRows',
        tags: ['sql'],
        summary:
          'The next rows. Waits up to `waitMs` for some; the same token gives the same rows while they are kept',
        parameters: [
          {
            name: 'token',
            in: 'query',
            allowReserved: true,
            description: '`next` of the page before; the first page without',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'waitMs',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 0,
              maximum: 20000,
              default: 2000,
            },
          },
          {
            name: 'maxRows',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 20000,
              default: 5000,
            },
          },
        ],
        responses: {
          '200': {
            description: 'Rows',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/operations/{operation}/cancellation': {
      parameters: [
        {
          $ref: '#/components/parameters/sqlOperation',
        },
      ],
      post: {
        operationId: 'cancelSqlOperation',
        tags: ['sql'],
        summary: 'Stop it and the job behind it; harmless when it has ended',
        responses: {
          '200': {
            description: 'The operation',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlOperation',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/history': {
      get: {
        operationId: 'listSqlHistory',
        tags: ['sql'],
        summary: "The caller's own statements, newest first",
        parameters: [
          {
            $ref: '#/components/parameters/search',
          },
          {
            name: 'place',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'One page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlHistoryPage',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'clearSqlHistory',
        tags: ['sql'],
        responses: {
          '204': {
            description: 'Forgotten',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/queries': {
      get: {
        operationId: 'listSqlQueries',
        tags: ['sql'],
        summary: 'Saved queries, own and shared with the caller',
        parameters: [
          {
            $ref: '#/components/parameters/search',
          },
        ],
        responses: {
          '200': {
            description: 'Queries',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/SqlQuery',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'createSqlQuery',
        tags: ['sql'],
        parameters: [
          {
            $ref: '#/components/parameters/idempotencyKey',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SqlQueryInput',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'Saved',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlQuery',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/queries/{query}': {
      parameters: [
        {
          name: 'query',
          in: 'path',
          required: true,
          schema: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
          },
        },
      ],
      get: {
        operationId: 'getSqlQuery',
        tags: ['sql'],
        responses: {
          '200': {
            description: 'The query',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlQuery',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'updateSqlQuery',
        tags: ['sql'],
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SqlQueryInput',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Saved',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlQuery',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'deleteSqlQuery',
        tags: ['sql'],
        responses: {
          '204': {
            description: 'Deleted',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/environments': {
      get: {
        operationId: 'listSqlEnvironments',
        tags: ['sql'],
        summary: 'Shared initial SQL and variables, by name',
        responses: {
          '200': {
            description: 'Environments',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/SqlEnvironment',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/sql/environments/{name}': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      put: {
        operationId: 'putSqlEnvironment',
        tags: ['sql'],
        summary: 'Make it, or replace it (with If-Match)',
        parameters: [
          {
            $ref: '#/components/parameters/ifMatch',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SqlEnvironmentInput',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Stored',
            headers: {
              ETag: {
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SqlEnvironment',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'deleteSqlEnvironment',
        tags: ['sql'],
        responses: {
          '204': {
            description: 'Deleted',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
  },
  components: {
    parameters: {
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
        },
      },
      runId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 64,
        },
      },
      search: {
        name: 'search',
        in: 'query',
        allowReserved: true,
        description:
          'Substring of name, title, description or tag; case is ignored',
        schema: {
          type: 'string',
          maxLength: 200,
        },
      },
      owner: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description: 'Entity refs; several are any of',
        schema: {
          type: 'array',
          maxItems: 50,
          items: {
            type: 'string',
          },
        },
        style: 'form',
        explode: true,
      },
      limit: {
        name: 'limit',
        in: 'query',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 200,
          default: 50,
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        allowReserved: true,
        description: 'nextCursor of the page before; opaque',
        schema: {
          type: 'string',
          maxLength: 1000,
        },
      },
      process: {
        name: 'process',
        in: 'query',
        allowReserved: true,
        required: true,
        description: 'Id of a process',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
        },
      },
      processText: {
        name: 'text',
        in: 'query',
        required: true,
        schema: {
          type: 'string',
          enum: ['log', 'stdout', 'thread-dump'],
        },
      },
      logFile: {
        name: 'file',
        in: 'query',
        allowReserved: true,
        description:
          'Name of a log file of the process; its main log when absent',
        schema: {
          type: 'string',
          maxLength: 300,
        },
      },
      tailBytes: {
        name: 'tailBytes',
        in: 'query',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 4194304,
          default: 262144,
        },
      },
      artifactName: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 200,
          pattern: '^[A-Za-z0-9][A-Za-z0-9_.+-]*\\.jar$',
        },
      },
      sqlSession: {
        name: 'session',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 64,
        },
      },
      sqlOperation: {
        name: 'operation',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 64,
        },
      },
      ifMatch: {
        name: 'If-Match',
        in: 'header',
        description: 'The ETag last read, or `*`. Required: 428 without',
        schema: {
          type: 'string',
          maxLength: 200,
        },
      },
      idempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        description: 'Kept for 24 hours per user',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
      },
    },
    responses: {
      Error: {
        description: "An error in Backstage's form",
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/ErrorResponse',
            },
          },
        },
      },
    },
    schemas: {
      ErrorResponse: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
              problems: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Problem',
                },
              },
            },
          },
          request: {
            type: 'object',
            properties: {
              method: {
                type: 'string',
              },
              url: {
                type: 'string',
              },
            },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: {
              statusCode: {
                type: 'integer',
              },
            },
          },
        },
      },
      UncheckedDocument: {
        type: 'object',
        additionalProperties: true,
        description:
          "A PipelineDocument; its shape is checked by the document's own rules, which answer with pointers",
      },
      DocumentText: {
        type: 'string',
        maxLength: 1048576,
        description:
          'The document as YAML or JSON text; give either this or `document`',
      },
      VersionSelector: {
        type: 'string',
        pattern: '^(draft|[1-9][0-9]{0,8})$',
        description:
          'A version number as a string, or `draft`; the newest version, or the draft where none is published, when absent',
      },
      RunParameters: {
        type: 'object',
        maxProperties: 100,
        additionalProperties: {
          type: 'string',
          maxLength: 10000,
        },
        description:
          'Values for `${name}` in option values. A name that the document declares in spec.parameters and that is absent here takes its default',
      },
      PipelineType: {
        type: 'string',
        enum: ['seatunnel', 'flink-sql', 'flink-jar', 'flink-cdc', 'dataflow'],
      },
      NodeKind: {
        type: 'string',
        enum: ['source', 'transform', 'sink'],
      },
      Mode: {
        type: 'string',
        enum: ['batch', 'streaming'],
      },
      PipelineDocument: {
        type: 'object',
        additionalProperties: false,
        required: ['apiVersion', 'kind', 'metadata', 'spec'],
        properties: {
          apiVersion: {
            type: 'string',
            enum: ['scaleph.io/v1alpha1'],
          },
          kind: {
            type: 'string',
            enum: ['Pipeline'],
          },
          metadata: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'owner'],
            properties: {
              name: {
                type: 'string',
                maxLength: 100,
                pattern: '^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$',
              },
              title: {
                type: 'string',
                minLength: 1,
                maxLength: 200,
              },
              description: {
                type: 'string',
                maxLength: 2000,
              },
              owner: {
                type: 'string',
                minLength: 1,
                maxLength: 300,
                description:
                  'Entity ref of a Group or User, e.g. group:default/data',
              },
              system: {
                type: 'string',
                minLength: 1,
                maxLength: 300,
                description:
                  'Entity ref of a System, e.g. geo or system:default/geo',
              },
              tags: {
                type: 'array',
                maxItems: 50,
                items: {
                  type: 'string',
                  maxLength: 63,
                  pattern: '^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$',
                },
              },
              links: {
                type: 'array',
                maxItems: 50,
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['url'],
                  properties: {
                    url: {
                      type: 'string',
                      maxLength: 2000,
                      pattern: '^https?://',
                    },
                    title: {
                      type: 'string',
                      maxLength: 200,
                    },
                    icon: {
                      type: 'string',
                      maxLength: 63,
                    },
                  },
                },
              },
            },
          },
          spec: {
            type: 'object',
            additionalProperties: false,
            required: ['type', 'nodes', 'edges'],
            description:
              'nodes and edges may be left out where the type has none: they are read as empty',
            properties: {
              type: {
                $ref: '#/components/schemas/PipelineType',
              },
              mode: {
                $ref: '#/components/schemas/Mode',
              },
              parameters: {
                type: 'object',
                maxProperties: 100,
                description:
                  'Declared parameters; `${name}` in an option value is replaced when a run starts',
                additionalProperties: {
                  type: 'object',
                  additionalProperties: false,
                  properties: {
                    default: {
                      type: 'string',
                      maxLength: 10000,
                    },
                    description: {
                      type: 'string',
                      maxLength: 500,
                    },
                  },
                },
              },
              env: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  parallelism: {
                    type: 'integer',
                    minimum: 1,
                    maximum: 1024,
                  },
                  flink: {
                    $ref: '#/components/schemas/FlinkSettings',
                  },
                },
              },
              sql: {
                type: 'object',
                additionalProperties: false,
                required: ['script'],
                description: 'Of type flink-sql',
                properties: {
                  script: {
                    type: 'string',
                    maxLength: 1048576,
                    description:
                      'Flink SQL: SET, DDL, INSERT, statement sets. `${name}` and `${data-source.NAME.FIELD}` are replaced when a run starts',
                  },
                  libraries: {
                    type: 'array',
                    maxItems: 50,
                    items: {
                      $ref: '#/components/schemas/ArtifactRef',
                    },
                  },
                },
              },
              jar: {
                type: 'object',
                additionalProperties: false,
                required: ['artifact'],
                description: 'Of type flink-jar',
                properties: {
                  artifact: {
                    $ref: '#/components/schemas/ArtifactRef',
                  },
                  entryClass: {
                    type: 'string',
                    maxLength: 500,
                    pattern: '^[A-Za-z_$][A-Za-z0-9_$.]*$',
                  },
                  arguments: {
                    type: 'array',
                    maxItems: 200,
                    items: {
                      type: 'string',
                      maxLength: 10000,
                    },
                  },
                  libraries: {
                    type: 'array',
                    maxItems: 50,
                    items: {
                      $ref: '#/components/schemas/ArtifactRef',
                    },
                  },
                },
              },
              cdc: {
                type: 'object',
                additionalProperties: false,
                required: ['definition'],
                description: 'Of type flink-cdc',
                properties: {
                  definition: {
                    type: 'string',
                    maxLength: 1048576,
                    description:
                      "Flink CDC's own YAML: source, sink, route, transform, pipeline",
                  },
                  libraries: {
                    type: 'array',
                    maxItems: 50,
                    items: {
                      $ref: '#/components/schemas/ArtifactRef',
                    },
                  },
                },
              },
              recovery: {
                $ref: '#/components/schemas/Recovery',
              },
              nodes: {
                type: 'array',
                maxItems: 500,
                items: {
                  $ref: '#/components/schemas/PipelineNode',
                },
              },
              edges: {
                type: 'array',
                maxItems: 2000,
                items: {
                  $ref: '#/components/schemas/PipelineEdge',
                },
              },
              layout: {
                type: 'object',
                description:
                  'Node id to [x, y] in canvas pixels; never part of a diff of meaning',
                additionalProperties: {
                  type: 'array',
                  minItems: 2,
                  maxItems: 2,
                  items: {
                    type: 'number',
                  },
                },
              },
              comments: {
                type: 'array',
                maxItems: 100,
                description:
                  'Notes on the canvas; never part of a diff of meaning',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['id', 'text', 'position'],
                  properties: {
                    id: {
                      type: 'string',
                      maxLength: 63,
                      pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
                      description: 'Unlike that of any node or other comment',
                    },
                    text: {
                      type: 'string',
                      maxLength: 4000,
                    },
                    position: {
                      type: 'array',
                      minItems: 2,
                      maxItems: 2,
                      items: {
                        type: 'number',
                      },
                      description: 'Canvas pixels of the top left corner',
                    },
                    size: {
                      type: 'array',
                      minItems: 2,
                      maxItems: 2,
                      items: {
                        type: 'number',
                      },
                      description: 'Width and height in canvas pixels',
                    },
                  },
                },
              },
            },
          },
        },
      },
      PipelineNode: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'connector'],
        properties: {
          id: {
            type: 'string',
            maxLength: 63,
            pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
            description:
              'Also the name of its result table in SQL of the nodes below',
          },
          kind: {
            $ref: '#/components/schemas/NodeKind',
          },
          connector: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          dataSource: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description:
              'A data source: its name, or the ref of its catalog Resource',
          },
          options: {
            type: 'object',
            additionalProperties: true,
            description: "Options under SeaTunnel's names",
          },
        },
      },
      PipelineEdge: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to'],
        properties: {
          from: {
            type: 'string',
            maxLength: 63,
          },
          to: {
            type: 'string',
            maxLength: 63,
          },
        },
      },
      Problem: {
        type: 'object',
        additionalProperties: false,
        required: ['severity', 'code', 'pointer', 'message'],
        properties: {
          severity: {
            type: 'string',
            enum: ['error', 'warning'],
          },
          code: {
            type: 'string',
            description: 'Stable, kebab-case, e.g. unknown-connector',
          },
          pointer: {
            type: 'string',
            description:
              'JSON pointer (RFC 6901) into the document; empty for the whole of it',
          },
          message: {
            type: 'string',
          },
          node: {
            type: 'string',
            description: 'Id of the node that it belongs to',
          },
          fix: {
            type: 'string',
            description: 'What to do about it',
          },
          line: {
            type: 'integer',
            minimum: 1,
            description: 'Line in the text that was given',
          },
          column: {
            type: 'integer',
            minimum: 1,
          },
        },
      },
      ValidationResult: {
        type: 'object',
        additionalProperties: false,
        required: ['valid', 'problems'],
        properties: {
          valid: {
            type: 'boolean',
            description: 'No problem of severity error',
          },
          problems: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Problem',
            },
          },
          document: {
            $ref: '#/components/schemas/PipelineDocument',
          },
          yaml: {
            type: 'string',
            description: 'The canonical text; absent when the shape is wrong',
          },
        },
      },
      PipelineSummary: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'owner',
          'tags',
          'type',
          'mode',
          'entityRef',
          'hasUnpublishedChanges',
          'problemCount',
          'dataSources',
          'createdAt',
          'createdBy',
          'updatedAt',
          'updatedBy',
          'etag',
        ],
        properties: {
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
            description: 'Full entity ref',
          },
          system: {
            type: 'string',
            description: 'Full entity ref',
          },
          tags: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          links: {
            type: 'array',
            items: {
              type: 'object',
              required: ['url'],
              properties: {
                url: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                icon: {
                  type: 'string',
                },
              },
            },
          },
          type: {
            $ref: '#/components/schemas/PipelineType',
          },
          mode: {
            $ref: '#/components/schemas/Mode',
          },
          entityRef: {
            type: 'string',
            description:
              'Ref of the catalog Component, e.g. component:default/orders',
          },
          publishedVersion: {
            type: 'integer',
          },
          retired: {
            $ref: '#/components/schemas/Retirement',
          },
          origin: {
            $ref: '#/components/schemas/PipelineOrigin',
          },
          hasUnpublishedChanges: {
            type: 'boolean',
            description:
              'The draft differs in meaning from the newest version; true when nothing is published',
          },
          problemCount: {
            type: 'integer',
            description: 'Problems of severity error in the draft',
          },
          dataSources: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Names of the data sources that the draft or the newest version uses',
          },
          lastRun: {
            $ref: '#/components/schemas/RunSummary',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedBy: {
            type: 'string',
          },
          etag: {
            type: 'string',
          },
        },
      },
      Retirement: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'by'],
        properties: {
          at: {
            type: 'string',
            format: 'date-time',
          },
          by: {
            type: 'string',
            description: 'Entity ref of who retired it',
          },
          message: {
            type: 'string',
          },
        },
      },
      PipelineOrigin: {
        type: 'object',
        additionalProperties: false,
        required: ['url', 'entityRef', 'syncedAt'],
        description:
          'The file in a repository that the pipeline comes from; such a pipeline is changed there',
        properties: {
          url: {
            type: 'string',
            description: 'Of the file, as people open it; no secret',
          },
          entityRef: {
            type: 'string',
            description: 'Entity whose annotation names the file',
          },
          commit: {
            type: 'string',
            description: 'Commit of what was read last',
          },
          path: {
            type: 'string',
            description: 'Of the file in its repository',
          },
          syncedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When it was read last with success',
          },
          error: {
            type: 'string',
            description:
              'Why the newest reading failed, or why the file was refused; what was read before stays',
          },
          problems: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Problem',
            },
            description: 'Of the newest file when it was refused',
          },
          versionCommits: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
            description: 'Commit by number of version',
          },
          movedTo: {
            type: 'string',
            description:
              'File in another repository that the entity names now; nothing of it is taken until somebody accepts it',
          },
        },
      },
      OriginAcceptance: {
        type: 'object',
        additionalProperties: false,
        required: ['url'],
        properties: {
          url: {
            type: 'string',
            minLength: 1,
            maxLength: 4000,
            description: 'As movedTo says; anything else is a conflict',
          },
        },
      },
      OriginReading: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'url'],
        description: 'Either yaml or error',
        properties: {
          entityRef: {
            type: 'string',
            minLength: 1,
            maxLength: 600,
          },
          url: {
            type: 'string',
            minLength: 1,
            maxLength: 4000,
            description: 'Of the file',
          },
          path: {
            type: 'string',
            maxLength: 2000,
            description: 'Of the file in its repository',
          },
          repository: {
            type: 'string',
            minLength: 1,
            maxLength: 4000,
            description:
              'What the file lies in, the same for all its branches and files; a pipeline stays with it',
          },
          yaml: {
            $ref: '#/components/schemas/DocumentText',
          },
          error: {
            type: 'string',
            maxLength: 4000,
            description: 'Why it could not be read',
          },
          commit: {
            type: 'string',
            maxLength: 100,
          },
        },
      },
      OriginState: {
        type: 'object',
        additionalProperties: false,
        required: ['dataSources', 'problems'],
        properties: {
          pipeline: {
            type: 'string',
            description: 'Name of the pipeline; absent when there is none yet',
          },
          version: {
            type: 'integer',
            description: 'The newest version',
          },
          dataSources: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'Catalog refs of the data sources that it uses',
          },
          problems: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Problem',
            },
          },
          message: {
            type: 'string',
            description: 'Why the reading was refused',
          },
        },
      },
      PipelinePatch: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'patch', 'yaml'],
        properties: {
          path: {
            type: 'string',
            description:
              'Of the file in its repository, e.g. pipelines/orders/pipeline.yaml',
          },
          patch: {
            type: 'string',
            description:
              'Unified diff that `git apply` takes; empty when nothing differs',
          },
          yaml: {
            type: 'string',
            description: 'The whole file as it would be',
          },
          commit: {
            type: 'string',
            description: 'Commit that the patch applies to',
          },
        },
      },
      DocumentInput: {
        type: 'object',
        additionalProperties: false,
        description: 'Exactly one of the two',
        properties: {
          document: {
            $ref: '#/components/schemas/UncheckedDocument',
          },
          yaml: {
            $ref: '#/components/schemas/DocumentText',
          },
        },
      },
      PreviewInput: {
        type: 'object',
        additionalProperties: false,
        required: ['node'],
        description: 'Exactly one of document and yaml',
        properties: {
          document: {
            $ref: '#/components/schemas/UncheckedDocument',
          },
          yaml: {
            $ref: '#/components/schemas/DocumentText',
          },
          node: {
            type: 'string',
            maxLength: 63,
          },
          limit: {
            type: 'integer',
            minimum: 1,
            maximum: 200,
            default: 50,
          },
          parameters: {
            $ref: '#/components/schemas/RunParameters',
          },
        },
      },
      Field: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type'],
        properties: {
          name: {
            type: 'string',
          },
          type: {
            type: 'string',
            description:
              "SeaTunnel's word, e.g. bigint or decimal(10, 2); `unknown` where only the name is known",
          },
          nullable: {
            type: 'boolean',
          },
        },
      },
      NodeFields: {
        type: 'object',
        additionalProperties: false,
        required: ['inputs'],
        properties: {
          inputs: {
            type: 'object',
            additionalProperties: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/Field',
              },
            },
            description: 'By id of the node above; those that are known',
          },
          fields: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Field',
            },
            description: 'What leaves the node; absent when it is not known',
          },
          reason: {
            type: 'string',
            description: 'Why the fields are not known, for a person',
          },
        },
      },
      PipelineFields: {
        type: 'object',
        additionalProperties: false,
        required: ['nodes'],
        properties: {
          nodes: {
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/NodeFields',
            },
          },
        },
      },
      SampleRows: {
        type: 'object',
        additionalProperties: false,
        required: ['columns', 'rows', 'truncated'],
        properties: {
          columns: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Field',
            },
            description:
              'Types in the words of the place that the rows come from',
          },
          rows: {
            type: 'array',
            items: {
              type: 'array',
              items: {},
            },
            description:
              'null, string, boolean or number; what a double does not hold exactly is a string; long texts are cut',
          },
          truncated: {
            type: 'boolean',
            description: 'There are more rows',
          },
          cut: {
            type: 'object',
            additionalProperties: false,
            required: ['columns'],
            description:
              'What of the rows is not shown; absent when nothing of them is missing',
            properties: {
              columns: {
                type: 'array',
                items: {
                  type: 'string',
                },
                description:
                  'Names of the columns in which a value is longer than what is shown of it',
              },
              bytes: {
                type: 'integer',
                description:
                  'The rows ended at about so many bytes, before the limit of rows',
              },
            },
          },
          reason: {
            type: 'string',
            description:
              'Why there are no rows, for a person; rows are empty then',
          },
        },
      },
      NodePreview: {
        type: 'object',
        additionalProperties: false,
        required: ['durationMs'],
        description: 'Either sample or reason',
        properties: {
          sample: {
            $ref: '#/components/schemas/SampleRows',
          },
          reason: {
            type: 'string',
            description:
              'Why there are no rows, for a person; names the node that is at fault',
          },
          node: {
            type: 'string',
            description: 'Node that is at fault',
          },
          sampled: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Sources of which only the first rows were read, so that sums and joins are of these alone',
          },
          sourceRows: {
            type: 'integer',
            description: 'How many rows of each source are read at most',
          },
          durationMs: {
            type: 'integer',
          },
        },
      },
      ArchiveImport: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'dryRun'],
        properties: {
          dryRun: {
            type: 'boolean',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['path', 'outcome'],
              properties: {
                path: {
                  type: 'string',
                  description: 'In the archive',
                },
                name: {
                  type: 'string',
                  description: 'Of the pipeline that was made or changed',
                },
                outcome: {
                  type: 'string',
                  enum: [
                    'created',
                    'updated',
                    'unchanged',
                    'skipped',
                    'refused',
                  ],
                },
                versions: {
                  type: 'integer',
                  description: 'How many versions were taken over',
                },
                message: {
                  type: 'string',
                  description: 'Why it was skipped or refused',
                },
                problems: {
                  type: 'array',
                  items: {
                    $ref: '#/components/schemas/Problem',
                  },
                },
              },
            },
          },
        },
      },
      Pipeline: {
        allOf: [
          {
            $ref: '#/components/schemas/PipelineSummary',
          },
          {
            type: 'object',
            required: ['document', 'yaml', 'problems'],
            properties: {
              document: {
                $ref: '#/components/schemas/PipelineDocument',
              },
              yaml: {
                type: 'string',
                description: "The draft's canonical text",
              },
              problems: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Problem',
                },
              },
            },
          },
        ],
      },
      PipelinePage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PipelineSummary',
            },
          },
          nextCursor: {
            type: 'string',
          },
          totalItems: {
            type: 'integer',
          },
        },
      },
      PipelineVersion: {
        type: 'object',
        additionalProperties: false,
        required: ['pipeline', 'version', 'createdAt', 'createdBy'],
        properties: {
          pipeline: {
            type: 'string',
          },
          version: {
            type: 'integer',
            minimum: 1,
          },
          message: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
            description: 'Who published it here',
          },
          imported: {
            type: 'object',
            additionalProperties: false,
            required: ['at', 'by'],
            description:
              'Of a version that came in an archive: what the archive says of its publishing; nobody has checked it',
            properties: {
              at: {
                type: 'string',
                format: 'date-time',
              },
              by: {
                type: 'string',
              },
            },
          },
          digests: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
            description:
              'SHA-256 in hex of the uploaded jars that it was published with, by name: it runs with no others. Absent for versions from before this was kept, which run with jars that were there before them',
          },
          document: {
            $ref: '#/components/schemas/PipelineDocument',
          },
          yaml: {
            type: 'string',
          },
        },
      },
      PipelineVersionPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PipelineVersion',
            },
            description: 'Without document and yaml',
          },
          nextCursor: {
            type: 'string',
          },
          totalItems: {
            type: 'integer',
          },
        },
      },
      DocumentChange: {
        type: 'object',
        additionalProperties: false,
        required: ['op', 'pointer'],
        properties: {
          op: {
            type: 'string',
            enum: ['add', 'remove', 'replace'],
          },
          pointer: {
            type: 'string',
            description:
              'Into the document; nodes are named by id: /spec/nodes/<id>/options/path',
          },
          from: {},
          to: {},
        },
      },
      PipelineDiff: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to', 'changes', 'fromYaml', 'toYaml'],
        properties: {
          from: {
            type: 'string',
          },
          to: {
            type: 'string',
          },
          changes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DocumentChange',
            },
          },
          fromYaml: {
            type: 'string',
          },
          toYaml: {
            type: 'string',
          },
        },
      },
      DeploymentPlanView: {
        type: 'object',
        additionalProperties: false,
        required: ['engine', 'target', 'artifacts', 'warnings'],
        properties: {
          engine: {
            type: 'string',
          },
          target: {
            type: 'string',
          },
          artifacts: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'mediaType', 'content'],
              properties: {
                name: {
                  type: 'string',
                  description: 'e.g. plan.sql',
                },
                mediaType: {
                  type: 'string',
                  description: 'e.g. application/sql',
                },
                content: {
                  type: 'string',
                  description: 'Secrets are masked as ******',
                },
              },
            },
          },
          warnings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Problem',
            },
          },
        },
      },
      RunState: {
        type: 'string',
        enum: [
          'CREATED',
          'SUBMITTING',
          'INITIALIZING',
          'RUNNING',
          'SUSPENDING',
          'SUSPENDED',
          'RESTARTING',
          'FAILING',
          'FAILED',
          'CANCELLING',
          'CANCELED',
          'FINISHED',
          'RECONCILING',
        ],
      },
      DesiredState: {
        type: 'string',
        enum: ['running', 'suspended', 'stopped'],
      },
      RunSummary: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'pipeline',
          'version',
          'target',
          'engine',
          'state',
          'desired',
          'owner',
          'createdAt',
          'createdBy',
          'rowsRead',
          'rowsWritten',
          'revision',
          'deployment',
          'actions',
        ],
        properties: {
          id: {
            type: 'string',
            format: 'uuid',
          },
          pipeline: {
            type: 'string',
          },
          pipelineEntityRef: {
            type: 'string',
          },
          version: {
            type: 'integer',
          },
          target: {
            type: 'string',
          },
          engine: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/RunState',
          },
          desired: {
            $ref: '#/components/schemas/DesiredState',
          },
          reason: {
            type: 'string',
            description:
              'Why it is in this state, for a person; always set on FAILED',
          },
          owner: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          rowsRead: {
            type: 'integer',
            description: 'Sum over sources',
          },
          rowsWritten: {
            type: 'integer',
            description: 'Sum over sinks',
          },
          revision: {
            type: 'integer',
            description: 'Grows with every change of this run',
          },
          type: {
            $ref: '#/components/schemas/PipelineType',
          },
          mode: {
            $ref: '#/components/schemas/Mode',
          },
          deployment: {
            type: 'integer',
            minimum: 1,
            description:
              'How often it was submitted: grows with resume, restart and restore',
          },
          upgradeOf: {
            type: 'string',
            description: 'Id of the run that this one takes over from',
          },
          upgradedBy: {
            type: 'string',
            description: 'Id of the run that takes over from this one',
          },
          adopted: {
            type: 'boolean',
            description: 'Its job was started elsewhere',
          },
          actions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RunActionName',
            },
            description: 'What its state and target allow now',
          },
          activity: {
            type: 'string',
            description: 'What is under way, e.g. savepoint, restart, upgrade',
          },
        },
      },
      NodeMetrics: {
        type: 'object',
        additionalProperties: false,
        required: ['node', 'state', 'rowsIn', 'rowsOut'],
        properties: {
          node: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['waiting', 'running', 'finished', 'failed', 'canceled'],
          },
          rowsIn: {
            type: 'integer',
          },
          rowsOut: {
            type: 'integer',
          },
          bytesOut: {
            type: 'integer',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          error: {
            type: 'string',
          },
        },
      },
      RunOutput: {
        type: 'object',
        additionalProperties: false,
        required: ['node', 'kind', 'location'],
        properties: {
          node: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['file', 'table', 'console'],
          },
          location: {
            type: 'string',
            description: 'A path, or data source and table; never a secret',
          },
          rows: {
            type: 'integer',
          },
          bytes: {
            type: 'integer',
          },
        },
      },
      Run: {
        allOf: [
          {
            $ref: '#/components/schemas/RunSummary',
          },
          {
            type: 'object',
            required: ['nodes', 'outputs', 'parameters', 'document'],
            properties: {
              nodes: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/NodeMetrics',
                },
              },
              outputs: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/RunOutput',
                },
              },
              parameters: {
                $ref: '#/components/schemas/RunParameters',
              },
              document: {
                $ref: '#/components/schemas/PipelineDocument',
              },
              jobId: {
                type: 'string',
                description: 'Of the present job on a Flink cluster',
              },
              startedFrom: {
                $ref: '#/components/schemas/Snapshot',
              },
            },
          },
        ],
      },
      RunPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RunSummary',
            },
          },
          nextCursor: {
            type: 'string',
          },
          totalItems: {
            type: 'integer',
          },
        },
      },
      RunEvent: {
        type: 'object',
        additionalProperties: false,
        required: ['seq', 'at', 'type', 'message'],
        properties: {
          seq: {
            type: 'integer',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          type: {
            type: 'string',
            enum: ['state', 'action', 'takeover', 'note'],
          },
          from: {
            $ref: '#/components/schemas/RunState',
          },
          to: {
            $ref: '#/components/schemas/RunState',
          },
          message: {
            type: 'string',
          },
          actor: {
            type: 'string',
            description:
              'Entity ref of the user, or the service, that caused it',
          },
        },
      },
      RunEventList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RunEvent',
            },
          },
        },
      },
      LogLevel: {
        type: 'string',
        enum: ['debug', 'info', 'warn', 'error'],
      },
      RunLogLine: {
        type: 'object',
        additionalProperties: false,
        required: ['seq', 'at', 'level', 'message'],
        properties: {
          seq: {
            type: 'integer',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          level: {
            $ref: '#/components/schemas/LogLevel',
          },
          node: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
        },
      },
      RunLogList: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'complete'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RunLogLine',
            },
          },
          complete: {
            type: 'boolean',
            description:
              'The run has ended and no line follows the last one here',
          },
        },
      },
      DataSourceConfig: {
        type: 'object',
        additionalProperties: true,
        description:
          'Checked against the schema of its type, which refuses unknown fields',
      },
      SecretInput: {
        oneOf: [
          {
            type: 'object',
            nullable: true,
            additionalProperties: false,
            required: ['value'],
            properties: {
              value: {
                type: 'string',
                minLength: 1,
                maxLength: 65536,
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['environment'],
            properties: {
              environment: {
                type: 'string',
                pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
                maxLength: 200,
                description:
                  'An environment variable of the back end whose name the configuration allows',
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kubernetesSecret'],
            properties: {
              kubernetesSecret: {
                type: 'object',
                additionalProperties: false,
                required: ['namespace', 'name', 'key'],
                properties: {
                  namespace: {
                    type: 'string',
                    maxLength: 63,
                    pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
                  },
                  name: {
                    type: 'string',
                    maxLength: 253,
                    pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
                  },
                  key: {
                    type: 'string',
                    maxLength: 253,
                    pattern: '^[-._a-zA-Z0-9]+$',
                  },
                },
              },
            },
          },
        ],
      },
      SecretInputs: {
        type: 'object',
        maxProperties: 20,
        additionalProperties: {
          $ref: '#/components/schemas/SecretInput',
        },
      },
      SecretStatus: {
        type: 'object',
        additionalProperties: false,
        required: ['set'],
        properties: {
          set: {
            type: 'boolean',
          },
          source: {
            type: 'string',
            enum: ['value', 'environment', 'kubernetesSecret'],
          },
          reference: {
            type: 'string',
            description:
              'Name of the variable, or namespace/name/key; never a value',
          },
        },
      },
      DataSourceInput: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type', 'owner', 'config'],
        properties: {
          name: {
            type: 'string',
            maxLength: 100,
            pattern: '^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$',
          },
          type: {
            type: 'string',
            maxLength: 100,
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          description: {
            type: 'string',
            maxLength: 2000,
          },
          owner: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
          },
          system: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
          },
          tags: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'string',
              maxLength: 63,
              pattern: '^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$',
            },
          },
          config: {
            $ref: '#/components/schemas/DataSourceConfig',
          },
          secrets: {
            $ref: '#/components/schemas/SecretInputs',
          },
          files: {
            $ref: '#/components/schemas/DataSourceFileInputs',
          },
        },
      },
      DataSourceFileInputs: {
        type: 'object',
        maxProperties: 10,
        additionalProperties: {
          $ref: '#/components/schemas/DataSourceFileInput',
        },
        description:
          'By name of a file of the type; stored encrypted, never answered. Left out: stays; null: removed',
      },
      DataSourceFileInput: {
        type: 'object',
        nullable: true,
        additionalProperties: false,
        required: ['filename', 'content'],
        properties: {
          filename: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            pattern: '^[^/\\\\]+$',
          },
          content: {
            type: 'string',
            maxLength: 700000,
            description: 'Base64, of at most 512 KiB',
          },
        },
      },
      DataSourceFileStatus: {
        type: 'object',
        additionalProperties: false,
        required: ['filename', 'bytes', 'sha256'],
        properties: {
          filename: {
            type: 'string',
          },
          bytes: {
            type: 'integer',
          },
          sha256: {
            type: 'string',
            description:
              'Hex; tells whether two files are the same, never what is in them',
          },
        },
      },
      DataSourceObject: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'name', 'hasChildren'],
        properties: {
          kind: {
            type: 'string',
            enum: [
              'catalog',
              'schema',
              'table',
              'view',
              'column',
              'topic',
              'partition',
              'index',
              'field',
              'collection',
              'bucket',
              'directory',
              'file',
              'key',
              'endpoint',
            ],
          },
          name: {
            type: 'string',
          },
          type: {
            type: 'string',
            description: "Of a column: the data source's own word",
          },
          nullable: {
            type: 'boolean',
          },
          key: {
            type: 'boolean',
            description: 'Part of the primary key',
          },
          comment: {
            type: 'string',
          },
          rows: {
            type: 'integer',
            description: 'The estimate that the data source keeps',
          },
          bytes: {
            type: 'integer',
          },
          current: {
            type: 'boolean',
            description: 'The schema that names without one are looked up in',
          },
          hasChildren: {
            type: 'boolean',
            description: 'It can be opened',
          },
          hasRows: {
            type: 'boolean',
            description: 'Its first rows can be read',
          },
          hasLast: {
            type: 'boolean',
            description: 'Its newest rows can be read as well (`from=last`)',
          },
        },
      },
      DataSourceObjects: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'truncated'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DataSourceObject',
            },
          },
          truncated: {
            type: 'boolean',
            description: 'There are more; search narrows them down',
          },
        },
      },
      ConnectionTest: {
        type: 'object',
        additionalProperties: false,
        required: ['ok', 'message', 'at', 'durationMs'],
        properties: {
          ok: {
            type: 'boolean',
          },
          message: {
            type: 'string',
            description:
              'e.g. "PostgreSQL 15.18 answered", or what is wrong and what to do about it',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          durationMs: {
            type: 'integer',
          },
          warnings: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'What the caller should know before it is used, e.g. that the same cluster is registered under another name; told to the caller, and not kept',
          },
        },
      },
      DataSource: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'type',
          'owner',
          'tags',
          'config',
          'secrets',
          'location',
          'entityRef',
          'usedBy',
          'createdAt',
          'createdBy',
          'updatedAt',
          'updatedBy',
          'etag',
        ],
        properties: {
          name: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          system: {
            type: 'string',
          },
          tags: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          config: {
            $ref: '#/components/schemas/DataSourceConfig',
          },
          secrets: {
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/SecretStatus',
            },
          },
          files: {
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/DataSourceFileStatus',
            },
            description: 'Those that are set',
          },
          location: {
            type: 'string',
            description:
              'Where it points, for a person: host:port/database, or a directory',
          },
          entityRef: {
            type: 'string',
          },
          usedBy: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DataSourceUse',
            },
            description: 'Pipelines that use it and that the caller may read',
          },
          usedByOthers: {
            type: 'integer',
            description:
              'How many pipelines use it that the caller may not read; absent when there are none',
          },
          lastTest: {
            $ref: '#/components/schemas/ConnectionTest',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedBy: {
            type: 'string',
          },
          etag: {
            type: 'string',
          },
        },
      },
      DataSourceUse: {
        type: 'object',
        additionalProperties: false,
        required: ['pipeline', 'draft', 'newest', 'versions', 'runs'],
        description: 'How a pipeline uses a data source',
        properties: {
          pipeline: {
            type: 'string',
          },
          draft: {
            type: 'boolean',
            description: 'Its draft does',
          },
          newest: {
            type: 'boolean',
            description: 'Its newest version does',
          },
          versions: {
            type: 'array',
            items: {
              type: 'integer',
            },
            description:
              'Published versions that do, the newest first; an older one can be restored',
          },
          runs: {
            type: 'array',
            description: 'Runs of any version that have not ended',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'version'],
              properties: {
                id: {
                  type: 'string',
                },
                version: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      DataSourcePage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DataSource',
            },
          },
          nextCursor: {
            type: 'string',
          },
          totalItems: {
            type: 'integer',
          },
        },
      },
      LocalizedText: {
        type: 'object',
        additionalProperties: false,
        required: ['en'],
        properties: {
          en: {
            type: 'string',
          },
          zh: {
            type: 'string',
          },
        },
      },
      RegistrationTypeInfo: {
        type: 'object',
        additionalProperties: false,
        description:
          'What the types of targets and of data sources have in common',
        required: ['type', 'title', 'description', 'icon', 'schema', 'secrets'],
        properties: {
          type: {
            type: 'string',
          },
          title: {
            $ref: '#/components/schemas/LocalizedText',
          },
          description: {
            $ref: '#/components/schemas/LocalizedText',
          },
          icon: {
            type: 'string',
          },
          schema: {
            type: 'object',
            additionalProperties: true,
            description:
              'JSON schema of config; `title`, `description` in English with `x-zh` beside them',
          },
          secrets: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'title', 'required'],
              properties: {
                name: {
                  type: 'string',
                },
                title: {
                  $ref: '#/components/schemas/LocalizedText',
                },
                required: {
                  type: 'boolean',
                },
              },
            },
          },
        },
      },
      DataSourceTypeInfo: {
        type: 'object',
        additionalProperties: false,
        required: [
          'type',
          'title',
          'description',
          'icon',
          'category',
          'schema',
          'secrets',
          'files',
          'browse',
          'sql',
        ],
        properties: {
          type: {
            type: 'string',
          },
          title: {
            $ref: '#/components/schemas/LocalizedText',
          },
          description: {
            $ref: '#/components/schemas/LocalizedText',
          },
          icon: {
            type: 'string',
            description:
              'Name of an icon of ours, e.g. database, folder, kafka-like `stream`, `search`, `lake`, `bucket`, `globe`',
          },
          category: {
            type: 'string',
            enum: [
              'database',
              'stream',
              'search',
              'nosql',
              'files',
              'lake',
              'http',
            ],
          },
          documentation: {
            type: 'string',
          },
          browse: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Levels that its objects have, e.g. [schema, table, column]; empty when it cannot be browsed',
          },
          noBrowse: {
            $ref: '#/components/schemas/LocalizedText',
          },
          sql: {
            type: 'boolean',
            description: 'The SQL console speaks to it',
          },
          schema: {
            type: 'object',
            additionalProperties: true,
            description:
              'JSON schema of config; `title`, `description` in English with `x-zh` beside them',
          },
          secrets: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'title', 'required'],
              properties: {
                name: {
                  type: 'string',
                },
                title: {
                  $ref: '#/components/schemas/LocalizedText',
                },
                required: {
                  type: 'boolean',
                },
              },
            },
          },
          files: {
            type: 'array',
            description:
              'Files that a connection may need, e.g. a certificate or a keytab',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'title', 'required', 'maxBytes'],
              properties: {
                name: {
                  type: 'string',
                },
                title: {
                  $ref: '#/components/schemas/LocalizedText',
                },
                description: {
                  $ref: '#/components/schemas/LocalizedText',
                },
                required: {
                  type: 'boolean',
                },
                accept: {
                  type: 'string',
                  description: 'Endings of names, e.g. .pem,.crt',
                },
                maxBytes: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      ConnectorSummary: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'kind',
          'title',
          'description',
          'icon',
          'category',
          'inputs',
          'outputs',
          'dataSourceTypes',
          'dataSourceRequired',
          'engines',
          'releases',
        ],
        properties: {
          name: {
            type: 'string',
            description: "SeaTunnel's identifier, e.g. LocalFile",
          },
          kind: {
            $ref: '#/components/schemas/NodeKind',
          },
          title: {
            $ref: '#/components/schemas/LocalizedText',
          },
          description: {
            $ref: '#/components/schemas/LocalizedText',
          },
          icon: {
            type: 'string',
          },
          category: {
            type: 'string',
            enum: [
              'files',
              'database',
              'stream',
              'cdc',
              'lake',
              'search',
              'nosql',
              'http',
              'transform',
              'test',
              'other',
            ],
            description: 'Section of the palette',
          },
          inputs: {
            type: 'object',
            additionalProperties: false,
            required: ['min'],
            properties: {
              min: {
                type: 'integer',
              },
              max: {
                type: 'integer',
              },
            },
          },
          outputs: {
            type: 'object',
            additionalProperties: false,
            required: ['min'],
            properties: {
              min: {
                type: 'integer',
              },
              max: {
                type: 'integer',
              },
            },
          },
          dataSourceTypes: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          dataSourceRequired: {
            type: 'boolean',
          },
          engines: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          releases: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Releases of SeaTunnel that have it, oldest first; empty for what is ours alone',
          },
          essential: {
            type: 'string',
            description: 'Option shown on the node card, e.g. path',
          },
          documentation: {
            type: 'string',
          },
        },
      },
      ConnectorInfo: {
        allOf: [
          {
            $ref: '#/components/schemas/ConnectorSummary',
          },
          {
            type: 'object',
            required: ['schema'],
            properties: {
              schema: {
                type: 'object',
                additionalProperties: true,
                description:
                  'JSON schema of options; each property has title, description, `x-zh`, `x-group` (basic, tuning, advanced); the rules between options are in `required`, `x-exactly-one`, `x-bundled` and `x-conditional`; `x-connection` marks what a data source gives, `x-engines` and `x-releases` what not all take, `x-engine-schemas` has what an engine takes that takes less',
              },
              release: {
                type: 'string',
                description:
                  'Release of SeaTunnel that the schema is of; absent for all together',
              },
            },
          },
        ],
      },
      Target: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'engine',
          'title',
          'pipelineTypes',
          'modes',
          'actions',
          'healthy',
        ],
        properties: {
          name: {
            type: 'string',
          },
          engine: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          pipelineTypes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PipelineType',
            },
          },
          modes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Mode',
            },
          },
          actions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RunActionName',
            },
          },
          healthy: {
            type: 'boolean',
          },
          message: {
            type: 'string',
          },
          version: {
            type: 'string',
            description: 'Of the software of the cluster',
          },
          seaTunnelRelease: {
            type: 'string',
            description: 'Release of SeaTunnel that runs there',
          },
          slots: {
            type: 'integer',
          },
          freeSlots: {
            type: 'integer',
          },
          runningJobs: {
            type: 'integer',
          },
          warnings: {
            type: 'array',
            items: {
              type: 'string',
            },
            description:
              'Of a write: that the same cluster is registered under another name, which the caller may read',
          },
          registered: {
            $ref: '#/components/schemas/TargetRegistration',
          },
        },
      },
      TargetRegistration: {
        type: 'object',
        additionalProperties: false,
        required: [
          'type',
          'owner',
          'tags',
          'config',
          'secrets',
          'location',
          'entityRef',
          'createdAt',
          'createdBy',
          'updatedAt',
          'updatedBy',
          'etag',
        ],
        description:
          'Of a target that was registered, through the API or by configuration; a built-in one has none',
        properties: {
          type: {
            type: 'string',
          },
          readOnly: {
            type: 'boolean',
            description:
              'Comes from the configuration of the installation: it is changed there',
          },
          lastTest: {
            $ref: '#/components/schemas/ConnectionTest',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          system: {
            type: 'string',
          },
          tags: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          config: {
            $ref: '#/components/schemas/DataSourceConfig',
          },
          secrets: {
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/SecretStatus',
            },
          },
          location: {
            type: 'string',
            description: 'Where it is, for a person',
          },
          entityRef: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedBy: {
            type: 'string',
          },
          etag: {
            type: 'string',
          },
        },
      },
      ArtifactRef: {
        description:
          'A jar: uploaded to Scaleph, at a URL, or by Maven coordinates from the repositories of the configuration',
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['upload'],
            properties: {
              upload: {
                type: 'string',
                minLength: 1,
                maxLength: 200,
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['url'],
            properties: {
              url: {
                type: 'string',
                maxLength: 2000,
                pattern: '^https?://',
              },
              sha256: {
                type: 'string',
                pattern: '^[0-9a-f]{64}$',
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['maven'],
            properties: {
              maven: {
                type: 'string',
                maxLength: 400,
                pattern:
                  '^[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+(:[A-Za-z0-9_.-]+)?$',
                description: 'group:artifact:version[:classifier]',
              },
            },
          },
        ],
      },
      Recovery: {
        type: 'object',
        additionalProperties: false,
        description:
          'What happens when the cluster has forgotten the job of a run that should run',
        properties: {
          restore: {
            type: 'string',
            enum: ['never', 'always'],
            description:
              'always (default of streaming): from the newest snapshot, with a new job; never (default of batch): the run is FAILED as lost',
          },
          maxAttempts: {
            type: 'integer',
            minimum: 1,
            maximum: 100,
            description:
              'Default 3; counted anew once the job has run for ten minutes',
          },
          backOffSeconds: {
            type: 'integer',
            minimum: 1,
            maximum: 3600,
            description:
              'Default 10; doubled with each attempt, at most an hour',
          },
        },
      },
      FlinkSettings: {
        type: 'object',
        maxProperties: 200,
        additionalProperties: {
          type: 'string',
          maxLength: 10000,
        },
        description:
          "Flink's own configuration keys for the job, e.g. execution.checkpointing.interval",
      },
      RunSettings: {
        type: 'object',
        additionalProperties: false,
        description: 'For this run, over spec.env of the document',
        properties: {
          parallelism: {
            type: 'integer',
            minimum: 1,
            maximum: 1024,
          },
          flink: {
            $ref: '#/components/schemas/FlinkSettings',
          },
        },
      },
      StartFrom: {
        type: 'object',
        additionalProperties: false,
        required: ['mode'],
        properties: {
          mode: {
            type: 'string',
            enum: ['none', 'latest', 'snapshot'],
            description:
              'none: without state; latest: the newest snapshot of any run of the pipeline (409 when there is none); snapshot: the one given',
          },
          snapshot: {
            type: 'string',
            maxLength: 64,
            description: 'Id of a snapshot of a run of this pipeline',
          },
          allowNonRestored: {
            type: 'boolean',
            description:
              'State that the new version has no operator for is dropped',
          },
        },
      },
      RunActionName: {
        type: 'string',
        enum: [
          'cancel',
          'stop',
          'suspend',
          'resume',
          'restart',
          'savepoint',
          'checkpoint',
          'rescale',
          'upgrade',
        ],
      },
      RunOperation: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'run',
          'deployment',
          'kind',
          'state',
          'createdAt',
          'createdBy',
        ],
        properties: {
          id: {
            type: 'string',
            format: 'uuid',
          },
          run: {
            type: 'string',
          },
          deployment: {
            type: 'integer',
            minimum: 1,
          },
          kind: {
            type: 'string',
            enum: ['savepoint', 'checkpoint', 'suspend', 'stop', 'rescale'],
          },
          state: {
            type: 'string',
            enum: ['pending', 'running', 'completed', 'failed'],
          },
          message: {
            type: 'string',
            description: 'What became of it, for a person; why it failed',
          },
          snapshot: {
            type: 'string',
            description: 'Id of the snapshot that it made',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      RunOperationList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RunOperation',
            },
          },
        },
      },
      Snapshot: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'run',
          'pipeline',
          'version',
          'deployment',
          'kind',
          'location',
          'createdAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          run: {
            type: 'string',
          },
          pipeline: {
            type: 'string',
          },
          version: {
            type: 'integer',
          },
          deployment: {
            type: 'integer',
          },
          target: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['savepoint', 'checkpoint'],
          },
          location: {
            type: 'string',
            description:
              'As the cluster knows it, e.g. s3://bucket/savepoints/savepoint-1a2b',
          },
          sizeBytes: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          inUse: {
            type: 'boolean',
            description:
              'A run that has not ended would start from it: it cannot be deleted',
          },
        },
      },
      SnapshotList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Snapshot',
            },
          },
        },
      },
      JobVertex: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'parallelism', 'state', 'tasks'],
        properties: {
          id: {
            type: 'string',
          },
          name: {
            type: 'string',
            description: "Flink's name of the vertex, unescaped",
          },
          parallelism: {
            type: 'integer',
          },
          maxParallelism: {
            type: 'integer',
          },
          state: {
            type: 'string',
            description: "Flink's execution state, e.g. RUNNING",
          },
          tasks: {
            type: 'object',
            additionalProperties: {
              type: 'integer',
            },
            description: 'Number of subtasks by execution state',
          },
          recordsIn: {
            type: 'integer',
          },
          recordsOut: {
            type: 'integer',
          },
          bytesIn: {
            type: 'integer',
          },
          bytesOut: {
            type: 'integer',
          },
          recordsInPerSecond: {
            type: 'number',
          },
          recordsOutPerSecond: {
            type: 'number',
          },
          busy: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description: 'Share of time; the highest subtask',
          },
          backpressured: {
            type: 'number',
            minimum: 0,
            maximum: 1,
          },
          idle: {
            type: 'number',
            minimum: 0,
            maximum: 1,
          },
          watermark: {
            type: 'string',
            format: 'date-time',
            description:
              'The lowest of its subtasks; absent while there is none',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      JobView: {
        type: 'object',
        additionalProperties: false,
        required: [
          'jobId',
          'name',
          'state',
          'at',
          'vertices',
          'edges',
          'missing',
        ],
        properties: {
          jobId: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          state: {
            type: 'string',
            description: "Flink's job state",
          },
          type: {
            type: 'string',
            enum: ['streaming', 'batch'],
          },
          at: {
            type: 'string',
            format: 'date-time',
            description: 'When the cluster was asked',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          parallelism: {
            type: 'integer',
          },
          rescalable: {
            type: 'boolean',
            description:
              'The scheduler lets parallelism be changed while it runs',
          },
          vertices: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/JobVertex',
            },
          },
          edges: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['from', 'to'],
              properties: {
                from: {
                  type: 'string',
                },
                to: {
                  type: 'string',
                },
                strategy: {
                  type: 'string',
                  description: 'e.g. HASH, FORWARD',
                },
              },
            },
          },
          missing: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'What this version of Flink does not tell, e.g. busy',
          },
        },
      },
      JobThroughput: {
        type: 'object',
        additionalProperties: false,
        required: ['points'],
        properties: {
          points: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['at'],
              properties: {
                at: {
                  type: 'string',
                  format: 'date-time',
                },
                recordsInPerSecond: {
                  type: 'number',
                  description: 'Out of the sources',
                },
                recordsOutPerSecond: {
                  type: 'number',
                  description: 'Into the sinks',
                },
                bytesInPerSecond: {
                  type: 'number',
                },
                lagMs: {
                  type: 'number',
                  description:
                    'How far the slowest source is behind, where its connector tells',
                },
                pendingRecords: {
                  type: 'number',
                },
              },
            },
          },
        },
      },
      JobCheckpoint: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'status', 'kind', 'triggeredAt'],
        properties: {
          id: {
            type: 'integer',
          },
          status: {
            type: 'string',
            enum: ['in-progress', 'completed', 'failed'],
          },
          kind: {
            type: 'string',
            enum: ['checkpoint', 'savepoint'],
          },
          triggeredAt: {
            type: 'string',
            format: 'date-time',
          },
          durationMs: {
            type: 'integer',
          },
          sizeBytes: {
            type: 'integer',
            description: 'Written for this one',
          },
          fullSizeBytes: {
            type: 'integer',
            description: 'Of the whole state',
          },
          acknowledged: {
            type: 'integer',
          },
          subtasks: {
            type: 'integer',
          },
          location: {
            type: 'string',
          },
          discarded: {
            type: 'boolean',
          },
          failure: {
            type: 'string',
          },
        },
      },
      JobCheckpoints: {
        type: 'object',
        additionalProperties: false,
        required: ['enabled', 'counts', 'history'],
        properties: {
          enabled: {
            type: 'boolean',
          },
          intervalMs: {
            type: 'integer',
          },
          mode: {
            type: 'string',
            enum: ['exactly-once', 'at-least-once'],
          },
          storage: {
            type: 'string',
          },
          stateBackend: {
            type: 'string',
          },
          counts: {
            type: 'object',
            additionalProperties: false,
            required: [
              'completed',
              'failed',
              'inProgress',
              'restored',
              'total',
            ],
            properties: {
              completed: {
                type: 'integer',
              },
              failed: {
                type: 'integer',
              },
              inProgress: {
                type: 'integer',
              },
              restored: {
                type: 'integer',
              },
              total: {
                type: 'integer',
              },
            },
          },
          durationMs: {
            $ref: '#/components/schemas/Spread',
          },
          sizeBytes: {
            $ref: '#/components/schemas/Spread',
          },
          restored: {
            type: 'object',
            additionalProperties: false,
            required: ['at', 'location'],
            properties: {
              at: {
                type: 'string',
                format: 'date-time',
              },
              location: {
                type: 'string',
              },
              kind: {
                type: 'string',
                enum: ['checkpoint', 'savepoint'],
              },
            },
          },
          history: {
            type: 'array',
            description: 'Newest first',
            items: {
              $ref: '#/components/schemas/JobCheckpoint',
            },
          },
        },
      },
      Spread: {
        type: 'object',
        additionalProperties: false,
        required: ['min', 'average', 'max'],
        properties: {
          min: {
            type: 'number',
          },
          average: {
            type: 'number',
          },
          max: {
            type: 'number',
          },
          p99: {
            type: 'number',
          },
        },
      },
      JobException: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'message', 'stack'],
        properties: {
          at: {
            type: 'string',
            format: 'date-time',
          },
          message: {
            type: 'string',
            description: 'The root cause in a line',
          },
          stack: {
            type: 'string',
            description: 'Secrets of the run masked',
          },
          task: {
            type: 'string',
          },
          location: {
            type: 'string',
            description: 'TaskManager',
          },
        },
      },
      JobExceptions: {
        type: 'object',
        additionalProperties: false,
        required: ['history', 'truncated'],
        properties: {
          root: {
            $ref: '#/components/schemas/JobException',
          },
          history: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/JobException',
            },
          },
          truncated: {
            type: 'boolean',
          },
        },
      },
      JobConfiguration: {
        type: 'object',
        additionalProperties: false,
        required: ['settings', 'accumulators'],
        properties: {
          settings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ConfigurationEntry',
            },
          },
          accumulators: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'type', 'value'],
              properties: {
                name: {
                  type: 'string',
                },
                type: {
                  type: 'string',
                },
                value: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      ConfigurationEntry: {
        type: 'object',
        additionalProperties: false,
        required: ['key', 'value'],
        properties: {
          key: {
            type: 'string',
          },
          value: {
            type: 'string',
          },
          group: {
            type: 'string',
            description: 'e.g. execution, checkpointing, job, jobmanager',
          },
        },
      },
      ClusterProcess: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'title', 'logs'],
        properties: {
          id: {
            type: 'string',
            description: "`jobmanager`, or the TaskManager's id",
          },
          kind: {
            type: 'string',
            enum: ['jobmanager', 'taskmanager'],
          },
          title: {
            type: 'string',
          },
          logs: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'sizeBytes'],
              properties: {
                name: {
                  type: 'string',
                },
                sizeBytes: {
                  type: 'integer',
                },
              },
            },
          },
          missing: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      ClusterProcessList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ClusterProcess',
            },
          },
        },
      },
      ProcessText: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'truncated', 'at'],
        properties: {
          text: {
            type: 'string',
          },
          truncated: {
            type: 'boolean',
            description: 'There is more before it',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      TargetInput: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type', 'owner', 'config'],
        properties: {
          name: {
            type: 'string',
            maxLength: 100,
            pattern: '^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$',
          },
          type: {
            type: 'string',
            maxLength: 100,
            description: 'e.g. flink-session',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          description: {
            type: 'string',
            maxLength: 2000,
          },
          owner: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
          },
          system: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
          },
          tags: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'string',
              maxLength: 63,
              pattern: '^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$',
            },
          },
          config: {
            $ref: '#/components/schemas/DataSourceConfig',
          },
          secrets: {
            $ref: '#/components/schemas/SecretInputs',
          },
        },
      },
      TaskManager: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'slots', 'freeSlots'],
        properties: {
          id: {
            type: 'string',
          },
          address: {
            type: 'string',
          },
          slots: {
            type: 'integer',
          },
          freeSlots: {
            type: 'integer',
          },
          cpuCores: {
            type: 'number',
          },
          memoryBytes: {
            type: 'integer',
            description: 'Physical memory of its machine',
          },
          heapBytes: {
            type: 'integer',
          },
          managedMemoryBytes: {
            type: 'integer',
          },
          lastHeartbeatAt: {
            type: 'string',
            format: 'date-time',
          },
          blocked: {
            type: 'boolean',
          },
        },
      },
      ClusterJob: {
        type: 'object',
        additionalProperties: false,
        required: ['jobId', 'name', 'state', 'startedAt'],
        properties: {
          jobId: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          state: {
            type: 'string',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
          durationMs: {
            type: 'integer',
          },
          tasks: {
            type: 'object',
            additionalProperties: {
              type: 'integer',
            },
          },
          run: {
            type: 'string',
            description:
              'Id of our run whose job it is, when the caller may read it',
          },
          pipeline: {
            type: 'string',
          },
          ours: {
            type: 'boolean',
            description: 'False for a job that was started elsewhere',
          },
        },
      },
      TargetOverview: {
        type: 'object',
        additionalProperties: false,
        required: [
          'at',
          'slots',
          'freeSlots',
          'taskManagers',
          'jobs',
          'missing',
        ],
        properties: {
          at: {
            type: 'string',
            format: 'date-time',
          },
          version: {
            type: 'string',
          },
          commit: {
            type: 'string',
          },
          slots: {
            type: 'integer',
          },
          freeSlots: {
            type: 'integer',
          },
          taskManagers: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/TaskManager',
            },
          },
          jobs: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ClusterJob',
            },
          },
          gateway: {
            type: 'object',
            additionalProperties: false,
            required: ['healthy'],
            properties: {
              healthy: {
                type: 'boolean',
              },
              version: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
            },
          },
          missing: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'What this version of Flink does not tell',
          },
        },
      },
      TargetConfiguration: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ConfigurationEntry',
            },
          },
        },
      },
      Artifact: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'sha256',
          'sizeBytes',
          'owner',
          'createdAt',
          'createdBy',
          'usedBy',
        ],
        properties: {
          name: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          sha256: {
            type: 'string',
          },
          sizeBytes: {
            type: 'integer',
          },
          entryClasses: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'Main-Class and program-class of its manifest',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          createdBy: {
            type: 'string',
          },
          usedBy: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'Pipelines that the caller may read',
          },
        },
      },
      ArtifactPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Artifact',
            },
          },
          nextCursor: {
            type: 'string',
          },
          totalItems: {
            type: 'integer',
          },
        },
      },
      FlinkOption: {
        type: 'object',
        additionalProperties: false,
        required: ['key', 'type'],
        properties: {
          key: {
            type: 'string',
          },
          type: {
            type: 'string',
            enum: [
              'string',
              'boolean',
              'integer',
              'number',
              'duration',
              'memory',
              'enum',
              'list',
              'map',
              'class',
            ],
          },
          default: {
            type: 'string',
          },
          values: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          scope: {
            type: 'string',
            enum: ['job', 'cluster'],
            description: 'cluster: has no effect when set for a job',
          },
          since: {
            type: 'string',
            description: 'First Flink version, e.g. 1.20',
          },
          until: {
            type: 'string',
            description: 'Last Flink version that knows it',
          },
        },
      },
      SqlPlace: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'name', 'title', 'dialect', 'healthy', 'features'],
        properties: {
          kind: {
            type: 'string',
            enum: ['target', 'data-source'],
          },
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          type: {
            type: 'string',
            description: 'flink-session, postgresql …',
          },
          dialect: {
            $ref: '#/components/schemas/SqlDialect',
          },
          healthy: {
            type: 'boolean',
          },
          message: {
            type: 'string',
          },
          features: {
            type: 'array',
            items: {
              type: 'string',
              enum: [
                'settings',
                'jars',
                'explain',
                'complete',
                'changelog',
                'write',
              ],
            },
          },
        },
      },
      SqlDialect: {
        type: 'string',
        enum: [
          'flink',
          'postgresql',
          'mysql',
          'sqlite',
          'sqlserver',
          'clickhouse',
        ],
      },
      SqlSessionInput: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'place'],
        properties: {
          kind: {
            type: 'string',
            enum: ['target', 'data-source'],
          },
          place: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
            description: 'Name of the target or data source',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          environment: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          settings: {
            $ref: '#/components/schemas/FlinkSettings',
          },
          write: {
            type: 'boolean',
            description:
              'On a data source: also statements that change data; needs scaleph.sql.write. Read-only otherwise',
          },
        },
      },
      SqlSession: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'kind',
          'place',
          'title',
          'dialect',
          'state',
          'createdAt',
          'lastUsedAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['target', 'data-source'],
          },
          place: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          dialect: {
            $ref: '#/components/schemas/SqlDialect',
          },
          environment: {
            type: 'string',
          },
          write: {
            type: 'boolean',
          },
          state: {
            type: 'string',
            enum: ['open', 'ended'],
          },
          reason: {
            type: 'string',
            description: 'Why it has ended, e.g. idle for 30 minutes',
          },
          settings: {
            $ref: '#/components/schemas/FlinkSettings',
          },
          jars: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          lastUsedAt: {
            type: 'string',
            format: 'date-time',
          },
          endsAt: {
            type: 'string',
            format: 'date-time',
            description: 'When it ends unless it is used',
          },
          limits: {
            $ref: '#/components/schemas/SqlLimits',
          },
        },
      },
      SqlLimits: {
        type: 'object',
        additionalProperties: false,
        required: ['maxRows', 'timeoutSeconds', 'maxConcurrent'],
        properties: {
          maxRows: {
            type: 'integer',
          },
          timeoutSeconds: {
            type: 'integer',
          },
          maxConcurrent: {
            type: 'integer',
            description: 'Statements of a user at the same time',
          },
        },
      },
      SqlStatementInput: {
        type: 'object',
        additionalProperties: false,
        required: ['statement'],
        properties: {
          statement: {
            type: 'string',
            minLength: 1,
            maxLength: 1048576,
            description: 'One statement',
          },
          variables: {
            $ref: '#/components/schemas/RunParameters',
          },
          waitMs: {
            type: 'integer',
            minimum: 0,
            maximum: 5000,
            default: 0,
          },
        },
      },
      SqlOperation: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'session', 'statement', 'state', 'startedAt'],
        properties: {
          id: {
            type: 'string',
          },
          session: {
            type: 'string',
          },
          statement: {
            type: 'string',
            description: 'As it was given; placeholders are not replaced',
          },
          state: {
            type: 'string',
            enum: ['running', 'finished', 'failed', 'canceled'],
          },
          resultKind: {
            type: 'string',
            enum: ['rows', 'changelog', 'none'],
            description: 'none: a statement without rows, e.g. DDL',
          },
          jobId: {
            type: 'string',
            description: 'Of the Flink job behind it',
          },
          rows: {
            type: 'integer',
            description: 'Fetched so far',
          },
          capped: {
            type: 'boolean',
            description: 'The row limit was reached; there is more',
          },
          error: {
            $ref: '#/components/schemas/SqlError',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          endedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      SqlError: {
        type: 'object',
        additionalProperties: false,
        required: ['message'],
        properties: {
          message: {
            type: 'string',
            description: 'The cause in a line; secrets masked',
          },
          detail: {
            type: 'string',
          },
          line: {
            type: 'integer',
            minimum: 1,
            description: 'In the statement',
          },
          column: {
            type: 'integer',
            minimum: 1,
          },
          endLine: {
            type: 'integer',
            minimum: 1,
          },
          endColumn: {
            type: 'integer',
            minimum: 1,
          },
        },
      },
      SqlColumn: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type'],
        properties: {
          name: {
            type: 'string',
          },
          type: {
            type: 'string',
            description: "The place's own name, e.g. DECIMAL(10, 2)",
          },
          nullable: {
            type: 'boolean',
          },
          key: {
            type: 'boolean',
            description: 'Part of the upsert or primary key',
          },
        },
      },
      SqlPage: {
        type: 'object',
        additionalProperties: false,
        required: ['rows', 'done'],
        description:
          'A value is null, a string, a boolean or a number; what a double does not hold exactly is a string',
        properties: {
          columns: {
            type: 'array',
            description: 'On every page that has rows',
            items: {
              $ref: '#/components/schemas/SqlColumn',
            },
          },
          rows: {
            type: 'array',
            items: {
              type: 'array',
              items: {},
            },
          },
          kinds: {
            type: 'string',
            description:
              'A letter for each row: I insert, U update after, B update before, D delete; absent when all are inserts',
          },
          next: {
            type: 'string',
            description: 'Token of the next page; absent when done',
          },
          done: {
            type: 'boolean',
          },
          state: {
            type: 'string',
            enum: ['running', 'finished', 'failed', 'canceled'],
          },
          capped: {
            type: 'boolean',
          },
          error: {
            $ref: '#/components/schemas/SqlError',
          },
        },
      },
      SqlExecution: {
        type: 'object',
        additionalProperties: false,
        required: ['operation'],
        properties: {
          operation: {
            $ref: '#/components/schemas/SqlOperation',
          },
          page: {
            $ref: '#/components/schemas/SqlPage',
          },
        },
      },
      SqlExplanation: {
        type: 'object',
        additionalProperties: false,
        required: ['ok'],
        properties: {
          ok: {
            type: 'boolean',
          },
          text: {
            type: 'string',
          },
          nodes: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'title'],
              properties: {
                id: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                detail: {
                  type: 'string',
                },
                parallelism: {
                  type: 'integer',
                },
              },
            },
          },
          edges: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['from', 'to'],
              properties: {
                from: {
                  type: 'string',
                },
                to: {
                  type: 'string',
                },
                strategy: {
                  type: 'string',
                },
              },
            },
          },
          error: {
            $ref: '#/components/schemas/SqlError',
          },
        },
      },
      SqlObject: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'name'],
        properties: {
          kind: {
            type: 'string',
            enum: [
              'catalog',
              'database',
              'table',
              'view',
              'column',
              'function',
            ],
          },
          name: {
            type: 'string',
          },
          type: {
            type: 'string',
            description: 'Of a column',
          },
          nullable: {
            type: 'boolean',
          },
          key: {
            type: 'boolean',
          },
          comment: {
            type: 'string',
          },
          current: {
            type: 'boolean',
            description: 'The catalog or database that unqualified names mean',
          },
        },
      },
      SqlHistoryEntry: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'kind', 'place', 'statement', 'state', 'startedAt'],
        properties: {
          id: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['target', 'data-source'],
          },
          place: {
            type: 'string',
          },
          statement: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['running', 'finished', 'failed', 'canceled'],
          },
          message: {
            type: 'string',
          },
          rows: {
            type: 'integer',
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          durationMs: {
            type: 'integer',
          },
        },
      },
      SqlHistoryPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/SqlHistoryEntry',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      SqlQueryInput: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'sql'],
        properties: {
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          sql: {
            type: 'string',
            maxLength: 1048576,
          },
          kind: {
            type: 'string',
            enum: ['target', 'data-source'],
          },
          place: {
            type: 'string',
            maxLength: 100,
          },
          environment: {
            type: 'string',
            maxLength: 100,
          },
          visibility: {
            type: 'string',
            enum: ['private', 'shared'],
            description:
              'private: only its author; shared: whoever may use SQL',
          },
        },
      },
      SqlQuery: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'title',
          'sql',
          'visibility',
          'author',
          'createdAt',
          'updatedAt',
          'etag',
        ],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          sql: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['target', 'data-source'],
          },
          place: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          visibility: {
            type: 'string',
            enum: ['private', 'shared'],
          },
          author: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          etag: {
            type: 'string',
          },
        },
      },
      SqlEnvironmentInput: {
        type: 'object',
        additionalProperties: false,
        required: ['owner', 'initialSql', 'variables'],
        properties: {
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          owner: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
          },
          initialSql: {
            type: 'string',
            maxLength: 1048576,
            description:
              'Statements that run when a session opens with it; may hold ${data-source.NAME.FIELD}',
          },
          variables: {
            type: 'object',
            maxProperties: 100,
            additionalProperties: {
              type: 'string',
              maxLength: 10000,
            },
          },
        },
      },
      SqlEnvironment: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'owner',
          'initialSql',
          'variables',
          'updatedAt',
          'updatedBy',
          'etag',
        ],
        properties: {
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          initialSql: {
            type: 'string',
          },
          variables: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedBy: {
            type: 'string',
          },
          etag: {
            type: 'string',
          },
        },
      },
    },
  },
} as const;
