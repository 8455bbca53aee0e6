import type { Diagnostic } from '@codemirror/lint';
import type { SqlDialect } from '@scaleph/backstage-plugin-scaleph-common';
import type { SqlMetadata } from '../completion/SqlMetadata';
import type { SqlLanguage } from '../language/SqlLanguage';

/** What the extensions of an editor ask; read anew at every use. @internal */
export interface SqlServices {
  dialect: SqlDialect;
  /** The grammar; of Flink SQL only. */
  grammar?: SqlLanguage;
  metadata?: SqlMetadata;
  /** For help texts. */
  language: 'en' | 'zh';
  texts: { unterminated: string };
  /** Marks that the page knows of, e.g. from the planner. */
  diagnose?(text: string): Diagnostic[];
}

/** @internal */
export type GetSqlServices = () => SqlServices;
