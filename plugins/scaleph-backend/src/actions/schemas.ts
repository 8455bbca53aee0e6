import {
  PipelineSummary,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** What agents are told of a run. @internal */
export function runSchema(z: Zod) {
  return z.object({
    id: z.string().describe('UUID of the run'),
    pipeline: z.string(),
    version: z.number(),
    target: z.string(),
    state: z
      .string()
      .describe('FINISHED, FAILED and CANCELED are final; others may change'),
    reason: z.string().optional().describe('Why it is in this state'),
    createdAt: z.string(),
    createdBy: z.string(),
    startedAt: z.string().optional(),
    endedAt: z.string().optional(),
    rowsRead: z.number(),
    rowsWritten: z.number(),
    deployment: z
      .number()
      .describe('How often it was submitted: grows with resume and restart'),
    actions: z
      .array(z.string())
      .describe('What operate-run (or stop-run, for cancel) may ask of it now'),
    activity: z.string().optional().describe('What is under way'),
  });
}

/** The state that a run starts from. @internal */
export function startFromSchema(z: Zod) {
  return z
    .object({
      mode: z
        .enum(['none', 'latest', 'snapshot'])
        .describe('latest: the newest savepoint or checkpoint of the pipeline'),
      snapshot: z.string().optional().describe('Id, with mode snapshot'),
      allowNonRestored: z
        .boolean()
        .optional()
        .describe('Drop state that the version has no operator for'),
    })
    .optional()
    .describe('Without it: no state for a new run, else the newest');
}

/** @internal */
export function toRunOutput(run: RunSummary) {
  return {
    id: run.id,
    pipeline: run.pipeline,
    version: run.version,
    target: run.target,
    state: run.state,
    reason: run.reason,
    createdAt: run.createdAt,
    createdBy: run.createdBy,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    rowsRead: run.rowsRead,
    rowsWritten: run.rowsWritten,
    deployment: run.deployment,
    actions: run.actions,
    activity: run.activity,
  };
}

/** What agents are told of a pipeline. @internal */
export function pipelineSchema(z: Zod) {
  return z.object({
    name: z.string(),
    title: z.string().optional(),
    description: z.string().optional(),
    owner: z.string().describe('Entity ref'),
    system: z.string().optional().describe('Entity ref'),
    tags: z.array(z.string()),
    type: z.string(),
    mode: z.string(),
    entityRef: z.string().describe('Its Component in the catalog'),
    publishedVersion: z.number().optional().describe('The newest version'),
    hasUnpublishedChanges: z.boolean(),
    problemCount: z.number().describe('Errors in the draft'),
    dataSources: z.array(z.string()),
    lastRun: runSchema(z).optional(),
    updatedAt: z.string(),
  });
}

/** @internal */
export function toPipelineOutput(pipeline: PipelineSummary) {
  return {
    name: pipeline.name,
    title: pipeline.title,
    description: pipeline.description,
    owner: pipeline.owner,
    system: pipeline.system,
    tags: pipeline.tags,
    type: pipeline.type,
    mode: pipeline.mode,
    entityRef: pipeline.entityRef,
    publishedVersion: pipeline.publishedVersion,
    hasUnpublishedChanges: pipeline.hasUnpublishedChanges,
    problemCount: pipeline.problemCount,
    dataSources: pipeline.dataSources,
    lastRun: pipeline.lastRun && toRunOutput(pipeline.lastRun),
    updatedAt: pipeline.updatedAt,
  };
}

/** A problem of a document. @internal */
export function problemSchema(z: Zod) {
  return z.object({
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    pointer: z.string().describe('JSON pointer into the document'),
    message: z.string(),
    node: z.string().optional(),
    fix: z.string().optional(),
    line: z.number().optional(),
    column: z.number().optional(),
  });
}

/** How many items, and where the next page starts. @internal */
export function pageShape(z: Zod) {
  return {
    totalItems: z.number(),
    nextCursor: z.string().optional().describe('Input of the next call'),
  };
}

/** @internal */
export function pageInputShape(z: Zod) {
  return {
    limit: z.number().int().min(1).max(200).default(50).optional(),
    cursor: z.string().optional().describe('nextCursor of the page before'),
  };
}
