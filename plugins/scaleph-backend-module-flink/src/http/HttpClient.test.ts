import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { bytes } from '../__testUtils__/bytes';
import { recording } from '../__testUtils__/recordings';
import {
  readRequest,
  SentRequest,
  withServer,
} from '../__testUtils__/withServer';
import { HttpClient } from './HttpClient';
import { HttpTarget } from './HttpTarget';
import { path } from './path';

const network = NetworkPolicy.allowAll();
const overview = recording('flink-rest', 'overview').answer;
const request = { method: 'GET', path: '/overview' } as const;

function clientOf(url: string, more: Partial<HttpTarget> = {}) {
  return new HttpClient({ product: 'Flink', url, network, ...more });
}

describe('HttpClient', () => {
  it('keeps its connection', async () => {
    await withServer(
      (_, response) => response.end(overview),
      async (url, server) => {
        const connections = jest.fn();
        server.on('connection', connections);
        const client = clientOf(url);
        for (let time = 0; time < 3; time += 1) {
          await expect(client.json(request)).resolves.toMatchObject({
            'slots-total': 8,
          });
        }
        expect(connections).toHaveBeenCalledTimes(1);
        client.close();
      },
    );
  });

  it('asks below the path of its address and with its header', async () => {
    const sent: SentRequest[] = [];
    await withServer(
      async (incoming, response) => {
        sent.push(await readRequest(incoming));
        response.end('{}');
      },
      async url => {
        const header = { name: 'Authorization', value: 'Bearer abcdef' };
        const client = clientOf(`${url}/flink/`, { header });
        await client.json({
          method: 'GET',
          path: path`/jars/${'a b/c.jar'}`,
          query: { mode: 'x,y', none: undefined },
        });
        client.close();
      },
    );
    expect(sent).toEqual([
      expect.objectContaining({
        pathname: '/flink/jars/a b/c.jar',
        query: { mode: 'x,y' },
        headers: expect.objectContaining({ authorization: 'Bearer abcdef' }),
      }),
    ]);
  });

  it('asks again when a kept connection turns out to be closed', async () => {
    let times = 0;
    await withServer(
      (incoming, response) => {
        times += 1;
        // The second request finds that the server has just hung up.
        if (times === 2) incoming.socket.destroy();
        else response.end(overview);
      },
      async url => {
        const client = clientOf(url);
        await client.json(request);
        await expect(client.json(request)).resolves.toBeDefined();
        expect(times).toBe(3);
        await client.json(request);
        times = 1;
        await expect(
          client.json({ method: 'POST', path: '/jobs' }),
        ).rejects.toMatchObject({ failure: 'refused', retryable: true });
        client.close();
      },
    );
  });

  describe('of a bad answer', () => {
    test.each<[string, number, string, string, string | RegExp]>([
      [
        'a page',
        200,
        '<html>Log in</html>',
        'bad-answer',
        'answered with a page instead of JSON: check the address, and whether a proxy wants a login',
      ],
      [
        'half of the JSON',
        200,
        overview.slice(0, 50),
        'bad-answer',
        'answered with what is no JSON, or was cut off',
      ],
      ['a 503', 503, '', 'unavailable', 'not available for now (503)'],
      [
        'a 503 of Flink without a leader',
        503,
        '{"errors":["Service temporarily unavailable due to an ongoing leader election. Please refresh."]}',
        'unavailable',
        'ongoing leader election',
      ],
      [
        'a 502 of a proxy',
        502,
        '<html>Bad Gateway</html>',
        'unavailable',
        'not available for now (502)',
      ],
      [
        'a 500 without a reason',
        500,
        'oops',
        'unavailable',
        'not available for now (500)',
      ],
      [
        'a 500 of a JobManager that does not answer itself',
        500,
        '{"errors":["Internal server error.","<Exception on server side:\\norg.apache.pekko.pattern.AskTimeoutException: Ask timed out on [Actor] after [10000 ms].\\n\\tat a.B.c(B.java:1)\\n\\nEnd of exception on server side>"]}',
        'unavailable',
        'Ask timed out on [Actor] after [10000 ms].',
      ],
    ])('knows %s', async (_, status, text, failure, message) => {
      await withServer(
        (__, response) => response.writeHead(status).end(text),
        async url => {
          const client = clientOf(url);
          const error = await client.json(request).then(
            () => undefined,
            thrown => thrown,
          );
          expect(error).toMatchObject({
            name: 'FlinkUnavailableError',
            failure,
            retryable: true,
            message: expect.stringContaining(message as string),
          });
          expect(error.message).toContain(
            `Flink at ${new URL(url).host}: GET /overview: `,
          );
          client.close();
        },
      );
    });

    it('knows an answer that is cut off', async () => {
      await withServer(
        (_, response) => {
          response.writeHead(200, { 'content-length': overview.length });
          response.write(overview.slice(0, 50), () => response.destroy());
        },
        async url => {
          const client = clientOf(url);
          await expect(client.json(request)).rejects.toMatchObject({
            failure: 'bad-answer',
            message: expect.stringContaining('it was cut off'),
          });
          client.close();
        },
      );
    });

    it('stops reading what is too large', async () => {
      await withServer(
        (_, response) => {
          const more = () => {
            while (response.write(Buffer.alloc(64 * 1024, ' ')));
          };
          response.on('drain', more);
          more();
        },
        async url => {
          const client = clientOf(url);
          const maxBytes = 1024 * 1024;
          await expect(
            client.json({ ...request, maxBytes }),
          ).rejects.toMatchObject({
            failure: 'bad-answer',
            message: expect.stringContaining('it has more than 1 MiB'),
          });
          client.close();
        },
      );
    });

    it('never follows a redirect', async () => {
      const asked = jest.fn();
      await withServer(
        (_, response) => {
          asked();
          response.end('{}');
        },
        async other => {
          await withServer(
            (_, response) =>
              response.writeHead(307, { location: `${other}/overview` }).end(),
            async url => {
              const client = clientOf(url);
              await expect(client.json(request)).rejects.toMatchObject({
                name: 'FlinkRequestError',
                status: 307,
                reason: expect.stringContaining('never followed'),
              });
              client.close();
            },
          );
        },
      );
      expect(asked).not.toHaveBeenCalled();
    });

    test.each([401, 403])('knows a refused login: %i', async status => {
      await withServer(
        (_, response) => response.writeHead(status).end('<html/>'),
        async url => {
          const client = clientOf(url);
          await expect(client.json(request)).rejects.toMatchObject({
            name: 'FlinkRequestError',
            status,
            reason: expect.stringContaining('check the authentication header'),
          });
          client.close();
        },
      );
    });

    it('tells no secret that a server repeats', async () => {
      await withServer(
        (incoming, response) => {
          const error = `Bad token ${incoming.headers['x-token']}, or t0psecret`;
          response.writeHead(400).end(JSON.stringify({ errors: [error] }));
        },
        async url => {
          const header = { name: 'X-Token', value: 'Bearer t0psecret' };
          const client = clientOf(url, { header });
          await expect(client.json(request)).rejects.toMatchObject({
            reason: 'Bad token ******, or ******',
          });
          client.close();
        },
      );
    });
  });

  describe('of a server that does not answer', () => {
    it('gives up in time', async () => {
      await withServer(
        () => {},
        async url => {
          const client = clientOf(url, { timeoutMs: 50 });
          await expect(client.json(request)).rejects.toMatchObject({
            failure: 'timeout',
            message: expect.stringContaining('did not answer within 0.05 s'),
          });
          client.close();
        },
      );
    });

    it('gives up on an answer that never ends', async () => {
      await withServer(
        (_, response) => response.write('{'),
        async url => {
          const client = clientOf(url);
          await expect(
            client.json({ ...request, timeoutMs: 50 }),
          ).rejects.toMatchObject({ failure: 'timeout' });
          client.close();
        },
      );
    });

    it('stops when it is told to', async () => {
      const stop = new AbortController();
      await withServer(
        () => stop.abort(),
        async url => {
          const client = clientOf(url);
          await expect(
            client.json({ ...request, signal: stop.signal }),
          ).rejects.toMatchObject({ failure: 'aborted', retryable: false });
          await expect(
            client.json({ ...request, signal: stop.signal }),
          ).rejects.toMatchObject({ failure: 'aborted' });
          client.close();
        },
      );
    });

    it('says that nothing listens', async () => {
      const url = await withServer(
        () => {},
        async it => it,
      );
      const client = clientOf(url);
      await expect(client.json(request)).rejects.toMatchObject({
        failure: 'refused',
        retryable: true,
        message: expect.stringContaining('refused the connection'),
      });
      client.close();
    });

    it('says that a name has no address', async () => {
      const client = clientOf('http://no-such-host.invalid:8081');
      await expect(client.json(request)).rejects.toMatchObject({
        failure: 'host-not-found',
      });
      client.close();
    });

    it('says that it speaks something else', async () => {
      const server = createServer(socket => socket.end('SSH-2.0-x\r\n'));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const client = clientOf(`http://127.0.0.1:${port}`);
      await expect(client.json(request)).rejects.toMatchObject({
        failure: 'bad-answer',
        message: expect.stringContaining('does not speak HTTP'),
      });
      client.close();
      server.close();
    });

    it('says that it does not speak TLS', async () => {
      await withServer(
        () => {},
        async url => {
          const client = clientOf(url.replace('http:', 'https:'));
          await expect(client.json(request)).rejects.toMatchObject({
            failure: 'tls',
            retryable: false,
          });
          client.close();
        },
      );
    });
  });

  describe('with a network policy', () => {
    it('connects to no address that is denied', async () => {
      const connected = jest.fn();
      await withServer(connected, async url => {
        const denied = NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] });
        for (const host of ['127.0.0.1', 'localhost', '2130706433']) {
          const client = clientOf(url.replace('127.0.0.1', host), {
            network: denied,
          });
          await expect(client.json(request)).rejects.toMatchObject({
            failure: 'not-allowed',
            retryable: false,
          });
          client.close();
        }
      });
      expect(connected).not.toHaveBeenCalled();
    });

    it('connects to a name by the address that was checked', async () => {
      await withServer(
        (_, response) => response.end(overview),
        async url => {
          const client = clientOf(url.replace('127.0.0.1', 'localhost'));
          await expect(client.json(request)).resolves.toBeDefined();
          client.close();
        },
      );
    });
  });

  test.each([
    ['ftp://host', '"ftp://host" is no address'],
    ['host:8081', '"host:8081" is no address'],
    ['http://', '"http://" is no address'],
    [
      'http://admin:secret@host:8081',
      '"http://******@host:8081" must not have a user',
    ],
    ['http://host/?a=b', 'must not have a user, a query'],
  ])('refuses the address %s', (url, message) => {
    expect(() => clientOf(url)).toThrow(message);
  });

  test.each(['Host', 'content-length', 'Transfer-Encoding', 'a b', 'x:'])(
    'refuses the header %s',
    name => {
      expect(() =>
        clientOf('http://host', { header: { name, value: 'x' } }),
      ).toThrow(`"${name}" is no header for authentication`);
    },
  );

  it('refuses a value that would be several headers', () => {
    const header = { name: 'Authorization', value: 'a\r\nHost: b' };
    expect(() => clientOf('http://host', { header })).toThrow(
      'The value of header Authorization holds a line break',
    );
  });

  describe('upload', () => {
    const upload = { method: 'POST', path: '/jars/upload' } as const;
    const type = 'application/x-java-archive';

    it.each([undefined, 8])('sends a form (size %s)', async size => {
      const sent: SentRequest[] = [];
      await withServer(
        async (incoming, response) => {
          sent.push(await readRequest(incoming));
          response.end('{"status":"success"}');
        },
        async url => {
          const client = clientOf(url);
          const content = bytes('PK..', '1234');
          await expect(
            client.upload(upload, { name: 'my job.jar', type, size, content }),
          ).resolves.toEqual({ status: 'success' });
          client.close();
        },
      );
      const [{ headers, body }] = sent;
      const [, boundary] = /boundary=(.*)$/.exec(headers['content-type']!)!;
      expect(body).toBe(
        `--${boundary}\r\nContent-Disposition: form-data; name="jarfile"; filename="my job.jar"\r\nContent-Type: ${type}\r\n\r\nPK..1234\r\n--${boundary}--\r\n`,
      );
      expect(headers['transfer-encoding']).toBe(size ? undefined : 'chunked');
    });

    it('passes on what goes wrong with the file', async () => {
      async function* broken() {
        yield Buffer.from('PK');
        throw new Error('The file is gone');
      }
      await withServer(
        incoming => incoming.resume(),
        async url => {
          const client = clientOf(url);
          const content = broken();
          await expect(
            client.upload(upload, { name: 'a.jar', type, content }),
          ).rejects.toThrow('The file is gone');
          client.close();
        },
      );
    });

    it('takes the answer of a server that refuses before the end', async () => {
      async function* endless() {
        for (;;) yield Buffer.alloc(64 * 1024);
      }
      await withServer(
        (_, response) =>
          response
            .writeHead(413, { connection: 'close' })
            .end('{"errors":["Too large."]}'),
        async url => {
          const client = clientOf(url);
          const content = endless();
          await expect(
            client.upload(upload, { name: 'a.jar', type, content }),
          ).rejects.toMatchObject({ status: 413, reason: 'Too large.' });
          client.close();
        },
      );
    });

    test.each(['../a.jar', 'a"b.jar', 'a\r\nb.jar', ''])(
      'refuses the name %j',
      async name => {
        const client = clientOf('http://127.0.0.1:1');
        await expect(
          client.upload(upload, { name, type, content: bytes() }),
        ).rejects.toThrow('cannot be the name of an uploaded file');
      },
    );
  });
});
