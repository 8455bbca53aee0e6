import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { idempotencyKey } from '../task/idempotencyKey';
import { ActionServices, TaskApi } from '../task/TaskApi';
import { examples } from './runPipelineAction.examples';
import { RunStarter } from './RunStarter';

const DEFAULT_TIMEOUT_SECONDS = 600;
const POLL_EVERY_MS = 1000;

/**
 * The action `scaleph:pipeline:run`: runs a published version and, unless told otherwise, waits for its end.
 *
 * @internal
 */
export function runPipelineAction(
  services: ActionServices & { pollEveryMs?: number },
) {
  return createTemplateAction({
    id: 'scaleph:pipeline:run',
    description:
      'Runs a pipeline of Scaleph and waits for its end; a run that fails or is stopped fails the task with its reason.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        pipeline: z => z.string().describe('Name of the pipeline'),
        version: z =>
          z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('The published version to run; the newest when absent'),
        target: z =>
          z.string().optional().describe('Name of the target to run it on'),
        parameters: z =>
          z
            .record(z.string())
            .optional()
            .describe("Values for the pipeline's parameters"),
        wait: z =>
          z
            .boolean()
            .optional()
            .describe('Whether the task waits for the end; true when absent'),
        timeoutSeconds: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(
              `How long the task waits at most; ${DEFAULT_TIMEOUT_SECONDS} when absent. The run goes on`,
            ),
      },
      output: {
        runId: z => z.string().describe('Id of the run'),
        state: z => z.string().describe('State of the run, e.g. FINISHED'),
        rowsRead: z => z.number().int(),
        rowsWritten: z => z.number().int(),
      },
    },
    async handler(context) {
      const { input, logger, signal } = context;
      const { pipeline, version, target, parameters } = input;
      if (context.isDryRun) {
        // The pipeline may be one that an earlier step would have created.
        logger.info(`Would run pipeline "${pipeline}"; a dry run runs nothing`);
        return;
      }
      const starter = new RunStarter(
        new TaskApi(services, context),
        logger,
        services.pollEveryMs ?? POLL_EVERY_MS,
      );
      const body = { version, target, parameters };
      const started = await starter.start(
        pipeline,
        body,
        idempotencyKey(context, { pipeline, ...body }),
      );
      logger.info(
        `Run ${started.id} of pipeline "${pipeline}", version ${started.version}, is started on ${started.target}`,
      );
      const run =
        input.wait === false
          ? started
          : await starter.follow(started, {
              timeoutSeconds: input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
              signal,
            });
      context.output('runId', run.id);
      context.output('state', run.state);
      context.output('rowsRead', run.rowsRead);
      context.output('rowsWritten', run.rowsWritten);
      if (run.state === 'FAILED' || run.state === 'CANCELED') {
        throw new Error(
          `Run ${run.id} of pipeline "${pipeline}" is ${run.state}${
            run.reason ? `: ${run.reason}` : ''
          }`,
        );
      }
      logger.info(`${run.rowsRead} rows read, ${run.rowsWritten} written`);
    },
  });
}
