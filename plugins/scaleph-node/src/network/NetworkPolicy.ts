import { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Link-local (cloud metadata lives there), "this network" and multicast are never a database. */
const ALWAYS_DENIED = ['169.254.0.0/16', '0.0.0.0/8', '224.0.0.0/4', '::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::/32'];

/**
 * Which hosts data sources may name. A name is resolved once and the address that was checked is the one to connect to, so that
 * a second answer of the name server changes nothing.
 * @public
 */
export class NetworkPolicy {
  private readonly denied = new BlockList();

  private constructor(private readonly allowedHosts: readonly string[] | undefined, denied: readonly string[]) {
    for (const range of denied) {
      const [address, prefix] = range.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      this.denied.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
    }
  }

  /** Reads `scaleph.network.allowedHosts` (names, `*.suffix`; all when absent) and `scaleph.network.deniedRanges` (CIDR, besides link-local and multicast). */
  static fromConfig(config: Config): NetworkPolicy {
    return new NetworkPolicy(config.getOptionalStringArray('scaleph.network.allowedHosts'), [
      ...ALWAYS_DENIED,
      ...(config.getOptionalStringArray('scaleph.network.deniedRanges') ?? []),
    ]);
  }

  static allowAll(): NetworkPolicy {
    return new NetworkPolicy(undefined, ALWAYS_DENIED);
  }

  /** JSON for handing the policy to a worker process; see `fromJson`. */
  static of(options: { allowedHosts?: string[]; deniedRanges?: string[] }): NetworkPolicy {
    return new NetworkPolicy(options.allowedHosts, [...ALWAYS_DENIED, ...(options.deniedRanges ?? [])]);
  }

  /** The address to connect to. Throws NotAllowedError for a host that is not allowed, Error when the name has no address. */
  async resolve(host: string): Promise<string> {
    const name = host.toLowerCase().replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1');
    if (this.allowedHosts && !this.allowedHosts.some(pattern => matches(name, pattern.toLowerCase()))) {
      throw new NotAllowedError(`Host "${host}" is not in scaleph.network.allowedHosts`);
    }
    const addresses = isIP(name) ? [{ address: name, family: isIP(name) }] : await resolveName(name, host);
    for (const { address, family } of addresses) {
      if (this.denied.check(address, family === 6 ? 'ipv6' : 'ipv4')) {
        throw new NotAllowedError(`Host "${host}" has the address ${address}, which data sources may not reach`);
      }
    }
    return addresses[0].address;
  }
}

async function resolveName(name: string, host: string) {
  try {
    return await lookup(name, { all: true });
  } catch (error) {
    throw new Error(`Host "${host}" has no address: check the name (${(error as NodeJS.ErrnoException).code})`);
  }
}

function matches(name: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
}
