import { RunOutput } from '@scaleph/backstage-plugin-scaleph-common';
import { WriteTableStep } from '../../plan/EmbeddedPlan';
import { Databases } from '../databases/Databases';
import { RunScope } from '../RunScope';
import { Sink } from './Sink';

export class TableSink implements Sink {
  readonly files: string[] = [];
  readonly node: string;
  constructor(
    step: WriteTableStep,
    readonly scope: RunScope,
    readonly databases: Databases,
  ) {
    this.node = step.node;
  }
  async write(): Promise<number> {
    throw new Error('todo');
  }
  async commit(): Promise<RunOutput> {
    throw new Error('todo');
  }
  async rollBack(): Promise<void> {}
}
