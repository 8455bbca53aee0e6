import { expect, test as base } from '@playwright/test';
import type {
  Run,
  RunState,
  SqlPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import fs from 'node:fs';
import path from 'node:path';
import { signInAsGuest } from '../../../scripts/lib/api.mjs';
import {
  FlinkCluster,
  startFlinkCluster,
} from '../../../tools/engines/flinkCluster.mjs';
import { jarsOf } from '../../../tools/engines/layOut.mjs';
import { thisProcess } from '../../../tools/engines/processIdentity.mjs';
import { engineHome } from '../../../scripts/lib/engines.mjs';
import { dataDir, portalUrl } from './test';

const OWNER = 'group:default/data';
export const FLINK_HOME = engineHome;

type Call = Awaited<ReturnType<typeof signInAsGuest>>;

let count = 0;
/** A name that no earlier test of this run has used; the portal may be older than the run. */
export const unique = (name: string) =>
  `${name}${process.env.SCALEPH_E2E_SUFFIX ?? ''}-${process.pid}-${++count}`;

/** A real cluster of this test file, registered with the portal. */
export interface Lab {
  cluster: FlinkCluster;
  /** Name of the registered target. */
  target: string;
  jars: ReturnType<typeof jarsOf>;
  call: Call;
  /** Makes a pipeline of one version; answers its name. */
  publish(name: string, spec: object): Promise<string>;
  /** Starts a run on the cluster. */
  start(pipeline: string, body?: object): Promise<Run>;
  get(run: string): Promise<Run>;
  act(run: string, body: object): Promise<Run>;
  /** Waits for a state; fails at once when the run ends in another one. */
  reach(run: string, state: RunState, seconds?: number): Promise<Run>;
  /** Asks until `check` holds. */
  until<T>(
    what: string,
    ask: () => Promise<T>,
    check: (value: T) => boolean,
    seconds?: number,
  ): Promise<T>;
  /** One statement in a session; all of its rows, or those that came until `enough`. */
  sql(session: string, statement: string, enough?: number): Promise<SqlRows>;
  openSession(): Promise<string>;
}

/** @see Lab.sql */
export interface SqlRows {
  operation: string;
  rows: unknown[][];
  page: SqlPage;
}

const ENDED: RunState[] = ['FAILED', 'CANCELED', 'FINISHED'];

/** A cluster of its own for each worker; the tests skip themselves by name where it cannot be had. */
export const flinkTest = base.extend<{ engines: void }, { lab: Lab }>({
  lab: [
    async ({}, use) => {
      if (process.env.SCALEPH_NO_FLINK) {
        // Its tests skip themselves.
        await use(undefined as never);
        return;
      }
      // Its path is seen in screenshots: those of the docs name no machine.
      const directory = process.env.SCALEPH_UPDATE_IMAGES
        ? path.join(dataDir(), 'flink')
        : path.join(FLINK_HOME, 'tests', `${process.pid}-${Date.now()}`);
      fs.mkdirSync(directory, { recursive: true });
      const cluster = await startFlinkCluster({
        home: FLINK_HOME,
        directory,
        taskManagers: 2,
        slots: 6,
        owner: thisProcess(),
      });
      try {
        const lab = await createLab(cluster);
        await use(lab);
        await removeTarget(lab);
      } finally {
        await cluster.stop();
        if (!process.env.SCALEPH_E2E_KEEP) {
          fs.rmSync(directory, { recursive: true, force: true });
        }
      }
    },
    { scope: 'worker', timeout: 900_000 },
  ],
  engines: [
    async ({}, use, testInfo) => {
      const reason = process.env.SCALEPH_NO_FLINK;
      testInfo.skip(reason !== undefined, reason ?? '');
      await use();
    },
    { auto: true },
  ],
});

const filesOf = (directory: string) =>
  fs.readdirSync(directory).map(name => path.join(directory, name));

async function createLab(cluster: FlinkCluster): Promise<Lab> {
  const call = await signInAsGuest(portalUrl());
  const target = unique('cluster');
  const jars = jarsOf(FLINK_HOME);
  await call('POST', '/scaleph/targets', {
    body: {
      name: target,
      title: 'Flink 1.20',
      type: 'flink-session',
      owner: OWNER,
      config: {
        restUrl: cluster.restUrl,
        gatewayUrl: cluster.gatewayUrl,
        seatunnel: { version: '2.3.4', home: jars.seatunnelHome },
        cdc: {
          jars: [jars.cdcDist, ...filesOf(jars.cdcConnectors)],
          // Its program wants the directory above Flink's `conf`.
          flinkHome: cluster.directory,
        },
      },
    },
  });
  const until: Lab['until'] = async (what, ask, check, seconds = 60) => {
    let last: unknown;
    await expect
      .poll(
        async () => {
          const value = await ask();
          last = value;
          return check(value);
        },
        {
          message: what,
          timeout: seconds * 1000,
          intervals: [100, 200, 300, 500],
        },
      )
      .toBe(true);
    return last as never;
  };
  const get = async (run: string) =>
    (await call('GET', `/scaleph/runs/${run}`)).body as Run;
  return {
    cluster,
    target,
    jars,
    call,
    until,
    get,
    async publish(name, spec) {
      await call('POST', '/scaleph/pipelines', {
        body: {
          document: {
            apiVersion: 'scaleph.io/v1alpha1',
            kind: 'Pipeline',
            metadata: { name, owner: OWNER },
            spec: { nodes: [], edges: [], ...spec },
          },
          publish: true,
        },
      });
      return name;
    },
    async start(pipeline, body = {}) {
      const answer = await call('POST', `/scaleph/pipelines/${pipeline}/runs`, {
        body: { target, ...body },
      });
      return answer.body;
    },
    async act(run, body) {
      return (await call('POST', `/scaleph/runs/${run}/actions`, { body }))
        .body;
    },
    async reach(run, state, seconds = 60) {
      const seen = await until(
        `run ${run} is ${state}`,
        () => get(run),
        it => it.state === state || ENDED.includes(it.state),
        seconds,
      );
      expect(`${seen.state} ${seen.reason ?? ''}`).toContain(state);
      return seen;
    },
    async openSession() {
      const { body } = await call('POST', '/scaleph/sql/sessions', {
        body: { kind: 'target', place: target },
      });
      return body.id;
    },
    async sql(session, statement, enough = Infinity) {
      const { body } = await call(
        'POST',
        `/scaleph/sql/sessions/${session}/operations`,
        { body: { statement } },
      );
      const operation = body.operation.id;
      const rows: unknown[][] = [];
      let token: string | undefined;
      for (;;) {
        const query = new URLSearchParams({
          waitMs: '5000',
          ...(token && { token }),
        });
        const page: SqlPage = (
          await call(
            'GET',
            `/scaleph/sql/operations/${operation}/rows?${query}`,
          )
        ).body;
        rows.push(...page.rows);
        if (page.done || rows.length >= enough) {
          return { operation, rows, page };
        }
        token = page.next;
      }
    },
  };
}

/** Tests leave no run behind that has not ended; a session may be open. */
async function removeTarget({ call, target }: Lab) {
  const { body } = await call('GET', '/scaleph/sql/sessions');
  for (const { id, place, state } of body.items) {
    if (place === target && state === 'open') {
      await call('DELETE', `/scaleph/sql/sessions/${id}`);
    }
  }
  const url = `/scaleph/targets/${target}`;
  const { etag } = await call('GET', url);
  // After a test that failed its runs go on, and the target stays.
  await call('DELETE', url, {
    headers: { 'if-match': etag! },
    allow: [409],
  });
}

export { expect };
