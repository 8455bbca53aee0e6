import { InputError } from '@backstage/errors';
import { ArtifactRef } from '@scaleph/backstage-plugin-scaleph-common';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';
import { fillText } from '../plan/fillText';
import { placeholderValues } from '../plan/placeholderFields';
import { inClear } from '../plan/seatunnel/fillSecrets';
import { toHocon } from '../plan/seatunnel/toHocon';
import { JarRunRequest } from '../rest/JarsApi';
import { isClusterPath, toArtifactRef } from '../targetType/FlinkTargetConfig';
import { CDC_MAIN, cdcArguments, cdcDefinition } from './cdcRun';
import { ClusterFiles } from './ClusterFiles';
import { bundleJars } from './JarBundle';
import { SEATUNNEL_MAIN, starterUrl, toFileUrl } from './seaTunnelRun';
import { AnySubmit, SubmitRequest } from './SubmitRequest';

/** Runs the program of a jar. @internal */
export async function submitJar(request: SubmitRequest<'jar'>): Promise<void> {
  const { payload, connections, context, target } = request;
  const values = placeholderValues(payload.parameters, connections);
  const programArgs = payload.arguments.map((text, index) =>
    fillText(`Argument ${index + 1}`, text, 'text', values),
  );
  const [main, ...libraries] = await readAll(context.artifacts, [
    payload.artifact,
    ...payload.libraries,
  ]);
  const jar = await bundleJars(main, libraries);
  const id = await new ClusterFiles(target.rest).jar(jar);
  await target.rest.jars.run(id, {
    ...runRequest(request),
    entryClass: payload.entryClass,
    programArgs,
  });
}

/** Runs Flink CDC's program over a definition. @internal */
export async function submitCdc(request: SubmitRequest<'cdc'>): Promise<void> {
  const { payload, connections, context, target } = request;
  const { cdc } = target.config;
  if (!cdc) throw unable(request, 'Flink CDC');
  const definition = cdcDefinition(
    payload,
    placeholderValues(payload.parameters, connections),
  );
  const onCluster = cdc.jars.filter(isClusterPath);
  const jars = await readAll(context.artifacts, [
    ...cdc.jars.filter(it => !isClusterPath(it)).map(toArtifactRef),
    ...payload.libraries,
  ]);
  const files = new ClusterFiles(target.rest);
  const id = await files.jar(await bundleJars(undefined, jars));
  const run = runRequest(request);
  await files.withConfig(context, definition, async path => {
    await target.rest.jars.run(id, {
      ...run,
      entryClass: CDC_MAIN,
      programArgs: cdcArguments(cdc.flinkHome, path),
      flinkConfiguration: {
        ...run.flinkConfiguration,
        ...(onCluster.length > 0 && {
          'pipeline.classpaths': onCluster.map(toFileUrl).join(';'),
        }),
      },
    });
  });
}

/** Runs SeaTunnel's program over a configuration. @internal */
export async function submitSeaTunnel(
  request: SubmitRequest<'seatunnel'>,
): Promise<void> {
  const { payload, connections, context, target } = request;
  const { seatunnel } = target.config;
  if (!seatunnel) throw unable(request, 'SeaTunnel');
  const config = toHocon(payload.config, inClear(connections));
  const files = new ClusterFiles(target.rest);
  // The program lies on the cluster; what is uploaded only names it.
  const id = await files.jar(await bundleJars(undefined, []));
  const run = runRequest(request);
  await files.withConfig(context, config, async path => {
    await target.rest.jars.run(id, {
      ...run,
      entryClass: SEATUNNEL_MAIN,
      programArgs: ['--config', path],
      flinkConfiguration: {
        ...run.flinkConfiguration,
        'pipeline.classpaths': starterUrl(seatunnel),
      },
    });
  });
}

function runRequest({
  jobId,
  payload,
  context,
}: AnySubmit): Pick<
  JarRunRequest,
  | 'jobId'
  | 'parallelism'
  | 'flinkConfiguration'
  | 'savepointPath'
  | 'allowNonRestoredState'
> {
  const { restore } = context;
  return {
    jobId,
    flinkConfiguration: payload.settings,
    ...(payload.parallelism && { parallelism: payload.parallelism }),
    ...(restore && {
      savepointPath: restore.location,
      allowNonRestoredState: restore.allowNonRestored,
    }),
  };
}

async function readAll(artifacts: ArtifactReader, refs: ArtifactRef[]) {
  return Promise.all(refs.map(ref => artifacts.read(ref)));
}

function unable({ target }: AnySubmit, what: string): InputError {
  return new InputError(
    `Target "${target.name}" runs no ${what} any more: its configuration names none`,
  );
}
