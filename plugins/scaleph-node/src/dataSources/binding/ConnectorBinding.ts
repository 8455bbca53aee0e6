import { JsonObject } from '@backstage/types';

/** What a data source holds, as far as a plan may know it: which secrets and files are set, and not what they are. @public */
export interface HeldMaterial {
  /** Valid by the schema of its type. */
  config: JsonObject;
  /** Names of the secrets that are set. */
  secrets: readonly string[];
  /** Names of the extra files that are set. */
  files: readonly string[];
}

/** For which node a data source gives options. @public */
export interface BindRequest extends HeldMaterial {
  kind: 'source' | 'transform' | 'sink';
  /** Whether the SeaTunnel that runs it is of that release, e.g. `2.3.6`, or a later one. */
  isAtLeast(release: string): boolean;
}

/**
 * How a value is written into the text around it: `jaas` between double quotes of a JAAS configuration, `uri` percent-encoded, `certificate`
 * one certificate alone in PEM, `pkcs8` an unencrypted private key in PEM of PKCS #8. As it is when absent.
 * @public
 */
export type SecretForm = 'jaas' | 'uri' | 'certificate' | 'pkcs8';

/** A piece of a text: a text that is no secret, a secret or a file of the data source, or base64 of pieces. JSON, for plans store it. @public */
export type SecretPart =
  | string
  | { secret: string; as?: SecretForm[] }
  | { file: string; as?: SecretForm[] }
  | { base64: SecretPart[] };

/** An option, or a key of an option that is a map, of which secrets or files are a part; it is put together at the submit alone. @public */
export interface SecretOption {
  option: string;
  key?: string;
  parts: SecretPart[];
}

/** What a connector does not do with what a data source holds. @public */
export interface BindingLimit {
  /** Names of the fields, secrets or files that this is about. */
  of: string[];
  /** `error`: a plan is refused. `warning`: it works when the cluster is set up for it, and fails otherwise. */
  severity: 'error' | 'warning';
  /** Goes on from `data source "x": `. */
  says: string;
  /** The way out. */
  fix: string;
  /** Options of a node that give the same; a node that has one of them is left alone. */
  unless?: string[];
}

/**
 * How a data source fills the options of a connector, for engines that run SeaTunnel. A secret or file that is set and goes nowhere,
 * which neither `limits` nor `unneeded` names, is refused by the plan.
 * @public
 */
export interface ConnectorBinding {
  toOptions(config: JsonObject): JsonObject;
  /** Option of the connector by name of the secret that is its whole value, e.g. `{ password: 'password' }`. */
  secretOptions: Record<string, string>;
  /** Options of which secrets or files are a part; they win over those of `toOptions`. */
  secretTexts?(request: BindRequest): SecretOption[];
  limits?(request: BindRequest): BindingLimit[];
  /** Secrets and files that this connector has no use for as the data source is configured, e.g. those of TLS without TLS. */
  unneeded?(request: BindRequest): string[];
}
