/** Those of the metrics that count what sources read from outside; `metric` is e.g. `numRecordsOut`. @internal */
export function sourceMetrics(
  names: readonly string[],
  metric: string,
): string[] {
  return names.filter(
    name => name.startsWith('Source') && name.endsWith(`.${metric}`),
  );
}

/**
 * Those that count what sinks write: of their writers where there are some (`out: Writer`), else of sinks in one piece (`Sink: out`).
 * What stands around a writer (`SinkConversion`, a committer, the end of a file sink) handles the same rows, or none.
 * @internal
 */
export function sinkMetrics(
  names: readonly string[],
  metric: string,
): string[] {
  const all = names.filter(
    name => name.endsWith(`.${metric}`) && !/committer/i.test(name),
  );
  const writers = all.filter(name => /writer/i.test(name));
  return writers.length > 0
    ? writers
    : all.filter(name => name.startsWith('Sink_'));
}
