import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { ConnectionError } from '../connect/ConnectionError';
import { resolveServer } from '../connect/resolveServer';

const LOOKUP_MS = 3_000;

/**
 * The problem of a host that may not be reached. A name without an address, or a name server that is slow, is none: the server may come later,
 * and the address is checked again with each connection.
 * @internal
 */
export async function checkHost(
  host: string,
  network: NetworkPolicy,
): Promise<DocumentProblem[]> {
  try {
    await resolveServer(network, host, AbortSignal.timeout(LOOKUP_MS));
    return [];
  } catch (error) {
    const { failure, message } = error as ConnectionError;
    if (failure !== 'not-allowed') return [];
    return [
      {
        severity: 'error',
        code: 'host-not-allowed',
        pointer: '/host',
        message,
      },
    ];
  }
}
