/** Keys that pipelines, runs and sessions may not set, and why. */
const FORBIDDEN: [pattern: RegExp, reason: string][] = [
  [/^\$internal\./, 'it is internal to Flink'],
  [/^execution\.runtime-mode$/, 'the mode of the pipeline says it: spec.mode'],
  [
    /^execution\.(savepoint|state-recovery)\./,
    'Scaleph sets it: say in the run what it starts from',
  ],
  [
    /^execution\.(target|attached|shutdown-on-.*|job-listeners|submit-failed-.*)$/,
    'Scaleph decides how and where the job is submitted',
  ],
  [
    /^pipeline\.(jars|classpaths|job-id|fixed-job-id)$/,
    'jars are named as artifact and libraries',
  ],
  [
    /^(rest|high-availability|security|env|blob|cluster|web|plugin|sql-gateway|historyserver|zookeeper|yarn|kubernetes|jobstore|job-result-store)\./,
    'it belongs to the cluster',
  ],
  [/^(high-availability|jobmanager\.rpc\..*)$/, 'it belongs to the cluster'],
  [
    /^(user\.artifacts\.|table\.resources\.|python\.(files|archives|executable|client\.executable|requirements|pythonpath))/,
    'it names files of the cluster',
  ],
  [
    /^classloader\.parent-first-patterns/,
    'it would let a job reach into the cluster',
  ],
];

/**
 * Why a key of Flink's configuration may not be set for a job or a session, as the end of a sentence; undefined when it may.
 * What is refused would take the job out of Scaleph's sight, or make the cluster read files or credentials.
 * @public
 */
export function forbiddenFlinkKey(key: string): string | undefined {
  const normal = key.trim().toLowerCase();
  return FORBIDDEN.find(([pattern]) => pattern.test(normal))?.[1];
}
