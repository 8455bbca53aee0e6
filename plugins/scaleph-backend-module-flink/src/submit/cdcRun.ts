import {
  completeCdcDefinition,
  PlaceholderValues,
} from '@scaleph/backstage-plugin-scaleph-common';
import { fillText } from '../plan/fillText';

/** Flink CDC's program on the command line. @internal */
export const CDC_MAIN = 'org.apache.flink.cdc.cli.CliFrontend';

/**
 * Its arguments. With `--use-mini-cluster` it composes the job in the environment that it finds itself in, which is that of the
 * JobManager that runs the jar: so the job gets the id and the settings of the run request. It then waits for the result, which
 * Flink does not allow there: the request fails after the job was accepted.
 * @internal
 */
export function cdcArguments(
  flinkHome: string | undefined,
  definition: string,
): string[] {
  const home = flinkHome === undefined ? [] : ['--flink-home', flinkHome];
  return ['--use-mini-cluster', ...home, definition];
}

/** The definition as the program reads it: 3.2 fails over one without the part `pipeline`. @internal */
export function cdcDefinition(
  payload: { pipeline: string; definition: string; parallelism?: number },
  values: PlaceholderValues,
): string {
  const { pipeline: name, definition, parallelism } = payload;
  return completeCdcDefinition(
    fillText('The definition', definition, 'yaml', values),
    { name, parallelism },
  );
}
