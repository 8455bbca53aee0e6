// The real servers that unit and integration tests use.
import { startFlink, startKafka } from '../../tools/test-servers/flink.mjs';
import {
  startMariadb,
  ServerNotAvailable,
} from '../../tools/test-servers/mariadb.mjs';
import { startPostgres } from '../../tools/test-servers/postgres.mjs';

/**
 * Starts PostgreSQL and MariaDB, and Flink and Kafka where they are asked for. Resolves to the environment that tells the tests where they are, and `stop`. A server that this
 * machine cannot have is left out: its tests skip themselves by name, and fail when CI is set.
 */
export async function startTestServers(
  say,
  { flink = false, kafka = false } = {},
) {
  const environment = {};
  const running = [];
  const add = async (variable, name, start) => {
    try {
      const server = await start();
      running.push(server);
      Object.assign(
        environment,
        server.environment ?? { [variable]: server.url },
      );
    } catch (error) {
      if (!(error instanceof ServerNotAvailable)) throw error;
      say(`without ${name}: ${error.message}`);
    }
  };
  const stop = async () => {
    await Promise.all(running.splice(0).map(server => server.stop()));
  };
  // Some of them outlive this process unless they are stopped.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => stop().finally(() => process.exit(1)));
  try {
    await add('SCALEPH_TEST_POSTGRES_URL', 'PostgreSQL', startPostgres);
    await add('SCALEPH_TEST_MYSQL_URL', 'MariaDB', startMariadb);
    if (flink)
      await add('SCALEPH_TEST_FLINK_URL', 'Flink', () => startFlink(say));
    if (kafka) await add('SCALEPH_TEST_KAFKA', 'Kafka', () => startKafka(say));
  } catch (error) {
    await stop();
    throw error;
  }
  return { environment, stop };
}
