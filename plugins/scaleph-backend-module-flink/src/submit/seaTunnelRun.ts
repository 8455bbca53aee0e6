import { FlinkTargetConfig } from '../targetType/FlinkTargetConfig';

/** SeaTunnel's program for Flink. @internal */
export const SEATUNNEL_MAIN =
  'org.apache.seatunnel.core.starter.flink.SeaTunnelFlink';

/**
 * Where the program is: SeaTunnel finds its connectors from the place of its
 * own jar, so that the jar has to be run where it lies.
 * @internal
 */
export function starterUrl(
  seatunnel: NonNullable<FlinkTargetConfig['seatunnel']>,
): string {
  const { home, starter = 'seatunnel-flink-15-starter.jar' } = seatunnel;
  return toFileUrl(`${home.replace(/\/+$/, '')}/starter/${starter}`);
}

/** Of an absolute path on a machine of the cluster. @internal */
export function toFileUrl(path: string): string {
  return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
}
