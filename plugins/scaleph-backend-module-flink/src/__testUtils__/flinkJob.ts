import { createReadStream } from 'node:fs';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { JobState } from '../rest/types/JobTypes';

/** Waits until `isTrue`; the test's own time limit ends it. */
export async function waitUntil<T>(
  ask: () => Promise<T>,
  isTrue: (value: T) => boolean,
): Promise<T> {
  for (;;) {
    const value = await ask();
    if (isTrue(value)) return value;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Starts Flink's endless example and waits until it runs; its id. */
export async function startJob(
  client: FlinkRestClient,
  jar: string,
  flinkConfiguration: Record<string, string> = {},
): Promise<string> {
  const content = createReadStream(jar);
  const id = await client.jars.upload({ name: 'job.jar', content });
  const jobId = await client.jars.run(id, {
    // No checkpoint comes in between that a test has not asked for.
    flinkConfiguration: {
      'execution.checkpointing.interval': '1h',
      ...flinkConfiguration,
    },
  });
  await client.jars.delete(id);
  await waitUntil(
    () => client.jobs.overview(),
    jobs =>
      jobs.some(
        ({ id: listed, tasks }) =>
          listed === jobId && tasks.total > 0 && tasks.running === tasks.total,
      ),
  );
  return jobId;
}

export async function waitForState(
  client: FlinkRestClient,
  jobId: string,
  state: JobState,
): Promise<void> {
  await waitUntil(
    () => client.jobs.state(jobId),
    it => it === state,
  );
}
