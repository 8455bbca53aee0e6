import { FlinkOption } from '../types';
import data from './optionTable.json';

/**
 * The configuration keys of Flink, sorted. `since` and `until` are given where a release that we looked at lacks the key; the
 * data are made by tools/flink-options.
 * @public
 */
export const flinkOptions = data as readonly FlinkOption[];

let byKey: Map<string, FlinkOption> | undefined;

/** @public */
export function findFlinkOption(key: string): FlinkOption | undefined {
  byKey ??= new Map(flinkOptions.map(option => [option.key, option]));
  return byKey.get(key);
}
