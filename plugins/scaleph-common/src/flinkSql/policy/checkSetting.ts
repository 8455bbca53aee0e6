import { optionProblem } from './checkOption';
import { FlinkSqlPolicy } from './FlinkSqlPolicy';

/** What a session may set; everything else belongs to the cluster or to Scaleph's supervision. */
const ALLOWED = [
  /^table\./,
  /^sql-client\./,
  /^execution\.(?:runtime-mode|checkpointing|savepoint|state-recovery|buffer-timeout|batch|batch-shuffle-mode|batch-state-backend|sorted-inputs|watermark|blocking-shuffle)/,
  /^parallelism\.default$/,
  /^pipeline\.(?:name|max-parallelism|auto-watermark-interval|object-reuse|operator-chaining|auto-generate-uids|global-job-parameters|watermark-alignment|vertex-[a-z-]+|force-avro|force-kryo|generic-types)/,
  /^state\.(?!backend\.rocksdb\.options-factory|backend$)/,
  /^restart-strategy/,
  /^jobmanager\.(?:adaptive-batch-scheduler|execution|partition)\./,
  /^taskmanager\.network\./,
  /^cluster\.evenly-spread-out-slots$/,
  /^client\.timeout$/,
];

const DENIED = [
  /^table\.catalog-store/,
  /^table\.resources/,
  /^table\.plan\.(?!compile|restore|force)/,
  /factory|class(?:es|name)?$/,
];

/** Why a session may not set a key; undefined when it may. @internal */
export function settingProblem(
  key: string,
  value: string,
  policy: FlinkSqlPolicy,
): string | undefined {
  const name = key.trim().toLowerCase();
  if (
    name === 'table.sql-dialect' &&
    value.trim().toLowerCase() !== 'default'
  ) {
    return `'table.sql-dialect' stays 'default' here: what the Hive dialect reads and runs cannot be checked`;
  }
  if (name === 'state.backend' || name === 'state.backend.type') {
    return /^[a-z-]+$/i.test(value)
      ? undefined
      : `'${name}' takes hashmap, rocksdb or forst here, and no class`;
  }
  const isAllowed =
    ALLOWED.some(it => it.test(name)) && !DENIED.some(it => it.test(name));
  if (!isAllowed) {
    return `'${name}' may not be set in SQL: it belongs to the cluster or to the supervision of jobs. Settings of tables (table.*), checkpoints, state, restarts and parallelism may`;
  }
  return optionProblem(name, value, policy);
}
