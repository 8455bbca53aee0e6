// The real servers that unit and integration tests use.
import { makeCertificates } from '../../tools/test-servers/certificates.mjs';
import { startClickhouse } from '../../tools/test-servers/clickhouse.mjs';
import { startFlink, startKafka } from '../../tools/test-servers/flink.mjs';
import { startMariadb } from '../../tools/test-servers/mariadb.mjs';
import { startPostgres } from '../../tools/test-servers/postgres.mjs';
import { startRedis } from '../../tools/test-servers/redis.mjs';
import { ServerNotAvailable } from '../../tools/test-servers/serverNotAvailable.mjs';

/**
 * Starts PostgreSQL, MariaDB, ClickHouse and Redis, and Flink and Kafka where they are asked for. Resolves to the environment that tells the tests where they are, and `stop`. A server that this
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
    let certificates;
    await add('SCALEPH_TEST_TLS', 'TLS', async () => {
      const made = await makeCertificates();
      certificates = made.directory;
      return made;
    });
    await add('SCALEPH_TEST_POSTGRES_URL', 'PostgreSQL', () =>
      startPostgres(certificates),
    );
    await add('SCALEPH_TEST_MYSQL_URL', 'MariaDB', () =>
      startMariadb(certificates),
    );
    await add('SCALEPH_TEST_CLICKHOUSE_URL', 'ClickHouse', startClickhouse);
    await add('SCALEPH_TEST_REDIS_URL', 'Redis', () =>
      startRedis(certificates),
    );
    if (flink)
      await add('SCALEPH_TEST_FLINK_URL', 'Flink', () => startFlink(say));
    if (kafka)
      await add('SCALEPH_TEST_KAFKA', 'Kafka', () =>
        startKafka(say, certificates),
      );
  } catch (error) {
    await stop();
    throw error;
  }
  return { environment, stop };
}
