import type {
  CreateRunBody,
  Run,
  StartFrom,
} from '@scaleph/backstage-plugin-scaleph-common';

/** The body that starts an ended run again: the same version, target, parameters and settings. @internal */
export function startAgain(run: Run, startFrom: StartFrom): CreateRunBody {
  const { parallelism, flink } = run.document.spec.env ?? {};
  const hasSettings = parallelism !== undefined || flink !== undefined;
  return {
    version: run.version,
    target: run.target,
    parameters: run.parameters,
    ...(hasSettings && {
      settings: {
        ...(parallelism && { parallelism }),
        ...(flink && { flink }),
      },
    }),
    startFrom,
  };
}
