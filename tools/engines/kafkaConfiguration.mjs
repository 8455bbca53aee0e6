// The configuration of a local Kafka broker: pure text, from a directory and ports.
import path from 'node:path';

/**
 * The file server.properties (https://kafka.apache.org/39/documentation.html#brokerconfigs) of a broker that keeps everything in
 * `data` and listens on loopback; with `security` also for each security protocol, see startKafkaBroker.
 */
export function serverProperties(data, ports, security) {
  const { broker, controller } = ports;
  const listeners = [
    `PLAINTEXT://127.0.0.1:${broker}`,
    ...(security
      ? [
          `SASL_PLAINTEXT://127.0.0.1:${ports.saslPlaintext}`,
          `SASL_SSL://localhost:${ports.saslSsl}`,
          `SSL://localhost:${ports.ssl}`,
        ]
      : []),
  ].join(',');
  const values = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `${listeners},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': listeners,
    'log.dirs': data,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': true,
    ...(security && securityProperties(security)),
  };
  // A backslash begins an escape in a file of properties.
  return Object.entries(values)
    .map(([key, value]) => `${key}=${String(value).replace(/\\/g, '\\\\')}\n`)
    .join('');
}

function securityProperties({ certificates, users }) {
  const plain = users.map(
    ({ user, password }) =>
      `user_${user}="${password.replace(/["\\]/g, '\\$&')}"`,
  );
  const security = 'org.apache.kafka.common.security';
  const mechanisms = {
    'plain.sasl.jaas.config': `${security}.plain.PlainLoginModule required ${plain.join(
      ' ',
    )};`,
    'scram-sha-256.sasl.jaas.config': `${security}.scram.ScramLoginModule required;`,
    'scram-sha-512.sasl.jaas.config': `${security}.scram.ScramLoginModule required;`,
  };
  const file = name => path.join(certificates, name);
  return {
    'listener.security.protocol.map': [
      'CONTROLLER:PLAINTEXT',
      ...['PLAINTEXT', 'SASL_PLAINTEXT', 'SASL_SSL', 'SSL'].map(
        it => `${it}:${it}`,
      ),
    ].join(','),
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    ...Object.fromEntries(
      ['sasl_plaintext', 'sasl_ssl'].flatMap(listener =>
        Object.entries(mechanisms).map(([key, value]) => [
          `listener.name.${listener}.${key}`,
          value,
        ]),
      ),
    ),
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': file('server-keystore.pem'),
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': file('ca.pem'),
    'listener.name.ssl.ssl.client.auth': 'required',
  };
}
