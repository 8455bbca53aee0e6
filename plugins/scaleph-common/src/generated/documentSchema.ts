// Generated from plugins/scaleph-backend/src/schema/openapi.yaml by tools/openapi/generate.mjs; do not edit.
/* eslint-disable */

/** JSON schema of a PipelineDocument, complete in itself. @internal */
export const pipelineDocumentSchema = {
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
          description: 'Entity ref of a Group or User, e.g. group:default/data',
        },
        system: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          description: 'Entity ref of a System, e.g. geo or system:default/geo',
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
          $ref: '#/$defs/PipelineType',
        },
        mode: {
          $ref: '#/$defs/Mode',
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
              $ref: '#/$defs/FlinkSettings',
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
                $ref: '#/$defs/ArtifactRef',
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
              $ref: '#/$defs/ArtifactRef',
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
                $ref: '#/$defs/ArtifactRef',
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
                $ref: '#/$defs/ArtifactRef',
              },
            },
          },
        },
        recovery: {
          $ref: '#/$defs/Recovery',
        },
        nodes: {
          type: 'array',
          maxItems: 500,
          items: {
            $ref: '#/$defs/PipelineNode',
          },
        },
        edges: {
          type: 'array',
          maxItems: 2000,
          items: {
            $ref: '#/$defs/PipelineEdge',
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
          description: 'Notes on the canvas; never part of a diff of meaning',
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
  $defs: {
    PipelineType: {
      type: 'string',
      enum: ['seatunnel', 'flink-sql', 'flink-jar', 'flink-cdc', 'dataflow'],
    },
    Mode: {
      type: 'string',
      enum: ['batch', 'streaming'],
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
          description: 'Default 10; doubled with each attempt, at most an hour',
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
          $ref: '#/$defs/NodeKind',
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
    NodeKind: {
      type: 'string',
      enum: ['source', 'transform', 'sink'],
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
  },
} as const;
