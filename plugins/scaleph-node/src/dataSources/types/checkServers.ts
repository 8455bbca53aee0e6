import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { checkHost } from './checkHost';

/** `host:port` with an IPv6 address in brackets. @internal */
export interface ServerAddress {
  host: string;
  port: number;
}

/** Of `a:1,[::1]:2`. @internal */
export function parseServers(servers: string): ServerAddress[] {
  return servers.split(',').map(server => {
    const at = server.lastIndexOf(':');
    return {
      host: server.slice(0, at).replace(/^\[|\]$/g, ''),
      port: Number(server.slice(at + 1)),
    };
  });
}

/** The problems of hosts that may not be reached; `pointer` names the field. @internal */
export async function checkServers(
  hosts: string[],
  pointer: string,
  network: NetworkPolicy,
): Promise<DocumentProblem[]> {
  const problems = await Promise.all(hosts.map(it => checkHost(it, network)));
  return problems.flat().map(problem => ({ ...problem, pointer }));
}

/** The same of an URL; a problem as well when it is none. @internal */
export async function checkUrl(
  text: string,
  pointer: string,
  network: NetworkPolicy,
): Promise<DocumentProblem[]> {
  const url = URL.parse(text);
  if (!url || !url.hostname) {
    return [
      {
        severity: 'error',
        code: 'invalid-url',
        pointer,
        message: `"${text}" is no URL: write e.g. https://example.com:9200`,
      },
    ];
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return checkServers([host], pointer, network);
}
