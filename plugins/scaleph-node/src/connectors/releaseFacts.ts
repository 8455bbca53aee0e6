import { NodeKind } from '@scaleph/backstage-plugin-scaleph-common';
import release234 from './releases/2.3.4.json';
import release238 from './releases/2.3.8.json';

/** What a factory of SeaTunnel says about one option. @internal */
export interface OptionFacts {
  /** Of Java, e.g. `int`, `list<string>`, `enum`. */
  type: string;
  default?: unknown;
  choices?: string[];
  /** Choices count with their case. */
  exact?: boolean;
  /** Names that are read when the option is absent. */
  olderNames?: string[];
}

/** What a factory of SeaTunnel says about its connector. @internal */
export interface ConnectorFacts {
  kind: NodeKind;
  name: string;
  /** Copied from SeaTunnel's source, since no registry had the jar. */
  transcribed?: boolean;
  options: Record<string, OptionFacts>;
  required?: string[];
  /** Of each group exactly one is given. */
  exclusive?: string[][];
  /** Of each group all are given, or none. */
  bundled?: string[][];
  /** Needed when all conditions of one alternative hold. */
  conditional?: {
    when: { option: string; equals: string | number | boolean }[][];
    required: string[];
  }[];
}

/** The connectors of a release of SeaTunnel, as tools/connector-catalog reads them. @internal */
export interface ReleaseFacts {
  release: string;
  connectors: ConnectorFacts[];
}

/** Oldest first. @internal */
export const releaseFacts = [
  release234,
  release238,
] as unknown as ReleaseFacts[];

/** Releases of SeaTunnel whose connectors are known, oldest first. @public */
export const seaTunnelReleases: string[] = releaseFacts.map(
  ({ release }) => release,
);
