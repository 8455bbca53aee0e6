import { describeWithFlink } from './flinkLab';
import { OwnFlinkCluster } from './OwnFlinkCluster';

async function json(url: string) {
  const response = await fetch(url);
  expect(response.ok).toBe(true);
  return response.json();
}

describeWithFlink('a lab', lab => {
  it('has a cluster with free slots and a gateway', async () => {
    expect(await json(`${lab.restUrl}/overview`)).toMatchObject({
      'flink-version': expect.stringMatching(/^\d+\.\d+/),
      'slots-total': 12,
    });
    expect(await json(`${lab.gatewayUrl}/v1/info`)).toMatchObject({
      productName: 'Apache Flink',
    });
  });

  describe('with a cluster of its own', () => {
    let cluster: OwnFlinkCluster;

    beforeAll(async () => {
      cluster = await lab.startCluster({
        slots: 1,
        gateway: false,
        configuration: { 'taskmanager.numberOfTaskSlots': '3' },
      });
    }, 60_000);
    afterAll(() => cluster?.stop(), 60_000);

    it('takes configuration and leaves out the gateway', async () => {
      expect(cluster.gatewayUrl).toBeUndefined();
      expect(await json(`${cluster.restUrl}/overview`)).toMatchObject({
        'slots-total': 3,
      });
    });

    it('kills a process and starts it again at its address', async () => {
      await cluster.kill('jobmanager');
      await expect(fetch(`${cluster.restUrl}/overview`)).rejects.toThrow();
      await cluster.start('jobmanager');
      expect(await json(`${cluster.restUrl}/overview`)).toMatchObject({
        'slots-total': 3,
      });
      await cluster.kill('taskmanager-1');
      await cluster.start();
      const { taskmanagers } = await json(`${cluster.restUrl}/taskmanagers`);
      expect(taskmanagers).toHaveLength(1);
    }, 60_000);

    it('says which processes there are', async () => {
      await expect(cluster.kill('sql-gateway')).rejects.toThrow(
        'there is no process "sql-gateway", but jobmanager, taskmanager-1',
      );
    });
  });
});
