import { JsonReader } from '../json/JsonReader';
import { AggregatedMetric, Metric } from './types/ClusterTypes';

/** Names of metrics in a query: a comma separates them, so that one within a name cannot be asked for. @internal */
export function metricNames(names: readonly string[]): string {
  return names.filter(name => !name.includes(',')).join(',');
}

/** @internal */
export function readMetric(item: JsonReader): Metric {
  return { id: item.string('id'), value: item.string('value') };
}

/** @internal */
export function readAggregatedMetric(item: JsonReader): AggregatedMetric {
  return {
    id: item.string('id'),
    min: item.optionalNumber('min'),
    max: item.optionalNumber('max'),
    avg: item.optionalNumber('avg'),
    sum: item.optionalNumber('sum'),
  };
}
