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
                    type: 'string',
                    enum: ['cancel'],
                    description:
                      'cancel ends the run as soon as the engine can. Repeating it is harmless; a run that has ended is a 409',
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
                        $ref: '#/components/schemas/ConnectorInfo',
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
    '/targets': {
      get: {
        operationId: 'listTargets',
        tags: ['catalogue'],
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
        description: 'nextCursor of the page before; opaque',
        schema: {
          type: 'string',
          maxLength: 1000,
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
                },
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
              type: 'string',
            },
            description:
              'Names of the pipelines that use it and that the caller may read',
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
      DataSourceTypeInfo: {
        type: 'object',
        additionalProperties: false,
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
            description:
              'One of database, folder, file, table, sparkles, terminal, code, filter, shuffle',
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
      ConnectorInfo: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'kind',
          'title',
          'description',
          'icon',
          'schema',
          'inputs',
          'outputs',
          'dataSourceTypes',
          'dataSourceRequired',
          'engines',
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
          schema: {
            type: 'object',
            additionalProperties: true,
            description:
              'JSON schema of options; each property has title, description, `x-zh`, `x-group` (basic, tuning, advanced)',
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
          essential: {
            type: 'string',
            description: 'Option shown on the node card, e.g. path',
          },
          documentation: {
            type: 'string',
          },
        },
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
              type: 'string',
              enum: ['cancel'],
            },
          },
          healthy: {
            type: 'boolean',
          },
          message: {
            type: 'string',
          },
        },
      },
    },
  },
} as const;
