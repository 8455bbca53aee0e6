import { JsonObject } from '@backstage/types';
import {
  ArtifactRef,
  Mode,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  DeploymentPlan,
  SecretOption,
} from '@scaleph/backstage-plugin-scaleph-node';

/** What a submit needs beside secrets. Texts hold their placeholders: they are filled in once, at the submit. @internal */
export type FlinkPayload = {
  format: 1;
  pipeline: string;
  mode: Mode;
  /** Flink's configuration of the job, without what depends on the deployment. */
  settings: Record<string, string>;
  parallelism?: number;
  parameters: Record<string, string>;
} & FlinkJobPayload;

/** @internal */
export type FlinkJobPayload =
  | { kind: 'sql'; script: string; libraries: ArtifactRef[] }
  | {
      kind: 'jar';
      artifact: ArtifactRef;
      entryClass?: string;
      arguments: string[];
      libraries: ArtifactRef[];
    }
  | { kind: 'cdc'; definition: string; libraries: ArtifactRef[] }
  | { kind: 'seatunnel'; config: SeaTunnelConfig };

/** SeaTunnel's configuration with the places of secrets. @internal */
export interface SeaTunnelConfig {
  env: JsonObject;
  source: SeaTunnelPlugin[];
  transform: SeaTunnelPlugin[];
  sink: SeaTunnelPlugin[];
}

/** @internal */
export interface SeaTunnelPlugin {
  /** Id of its node. */
  node: string;
  plugin: string;
  options: JsonObject;
  /** What a data source fills in at the submit, in this order. */
  secrets: SecretPlace[];
}

/** An option that holds secrets or files of a data source, without them. @internal */
export interface SecretPlace extends SecretOption {
  dataSource: string;
  /** Left out when it is not set. */
  optional?: true;
}

/** Also of a plan that an earlier release stored, by which a run is resumed. @internal */
export function toPayload(plan: Pick<DeploymentPlan, 'payload'>): FlinkPayload {
  const payload = plan.payload as unknown as FlinkPayload;
  if (payload.kind !== 'seatunnel') return payload;
  const { env, source, transform, sink } = payload.config;
  return {
    ...payload,
    config: {
      env,
      source: source.map(withPlaces),
      transform: transform.map(withPlaces),
      sink: sink.map(withPlaces),
    },
  };
}

/** Of a plugin from before secrets could be a part of an option: then they were whole ones, by name of the option. */
type OlderSecrets = Record<string, { dataSource: string; secret: string }>;

function withPlaces(plugin: SeaTunnelPlugin): SeaTunnelPlugin {
  const secrets: SecretPlace[] | OlderSecrets = plugin.secrets;
  if (Array.isArray(secrets)) return plugin;
  const places = Object.entries(secrets as OlderSecrets).map(
    ([option, { dataSource, secret }]): SecretPlace => ({
      ...{ dataSource, option, parts: [{ secret }] },
      optional: true,
    }),
  );
  return { ...plugin, secrets: places };
}

/** As plans store it. @internal */
export function fromPayload(payload: FlinkPayload): JsonObject {
  return JSON.parse(JSON.stringify(payload)) as JsonObject;
}

/** @internal */
export type Spec = PipelineDocument['spec'];
