/**
 * Makes plugins/scaleph-common/src/flinkOptions/optionTable.json from what
 * DumpFlinkOptions.java wrote for each release:
 *
 *   node tools/flink-options/merge.mjs 1.20=<lines> 2.2=<lines>
 *
 * Give the releases from the oldest to the newest.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const JOB =
  /^(execution|pipeline|table|state|restart-strategy|python|sink|parallelism|fs|classloader|akka\.ask)\.|^taskmanager\.network\.(compression|memory\.buffer-debloat)/;
const CLUSTER =
  /^(state\.(backend\.local-recovery|local-recovery)|state\.storage\.delete|fs\.allowed|fs\.default|classloader\.fail|table\.resources\.download-dir|execution\.(attached|shutdown-on|submit-failed|job-listeners|target))/;

const releases = process.argv.slice(2).map(argument => {
  const [version, path] = argument.split('=');
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return {
    version,
    options: new Map(
      lines.map(line => JSON.parse(line)).map(it => [it.key, it]),
    ),
  };
});
const first = releases[0].version;
const last = releases[releases.length - 1].version;
const keys = [...new Set(releases.flatMap(it => [...it.options.keys()]))]
  // Those without a dot belong to hints of SQL, not to the configuration.
  .filter(key => key.includes('.'))
  .sort();

const merged = keys.map(key => {
  const known = releases.filter(({ options }) => options.has(key));
  const {
    type,
    default: value,
    values,
  } = known[known.length - 1].options.get(key);
  const since = known[0].version;
  const until = known[known.length - 1].version;
  return {
    key,
    type:
      type === 'string' && /(^|[.-])class(-name)?$/.test(key) ? 'class' : type,
    ...(value !== undefined && { default: value }),
    ...(values && { values }),
    scope: JOB.test(key) && !CLUSTER.test(key) ? 'job' : 'cluster',
    ...(since !== first && { since }),
    ...(until !== last && { until }),
  };
});
writeFileSync(
  new URL(
    '../../plugins/scaleph-common/src/flinkOptions/optionTable.json',
    import.meta.url,
  ),
  `[\n${merged.map(it => `  ${JSON.stringify(it)}`).join(',\n')}\n]\n`,
);
