import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { canonicalHost, embeddedIpv4 } from './canonicalHost';

/**
 * Never a database: link-local (cloud metadata lives there), "this network", multicast, and the metadata services of clouds
 * that keep them elsewhere (AWS over IPv6, Alibaba, Azure).
 */
const ALWAYS_DENIED = [
  '169.254.0.0/16',
  '0.0.0.0/8',
  '224.0.0.0/4',
  '255.255.255.255/32',
  '100.100.100.200/32',
  '168.63.129.16/32',
  '::/128',
  'fe80::/10',
  'ff00::/8',
  'fd00:ec2::/32',
];

/** JSON form of a policy, for a worker process: `NetworkPolicy.of(JSON.parse(text))`. @public */
export interface NetworkPolicyOptions {
  /** Names, addresses, `*.suffix`; every host when absent. */
  allowedHosts?: string[];
  /** CIDR, besides what is always denied. */
  deniedRanges?: string[];
}

/** A host and the addresses of it that were checked. @public */
export interface CheckedHost {
  /** The name in its canonical form, for TLS; an IP address when one was given. */
  name: string;
  /** At least one. */
  addresses: { address: string; family: 4 | 6 }[];
}

/**
 * Which hosts data sources may name. A name is resolved once and the addresses that were checked are the ones to connect to, so
 * that a second answer of the name server changes nothing. Names are compared and checked in canonical form: decimal or
 * hexadecimal IPv4, IPv4 within IPv6, upper case and a trailing dot lead nowhere else.
 * @public
 */
export class NetworkPolicy {
  private readonly denied: BlockList;
  private readonly allowedHosts: readonly string[] | undefined;

  private constructor(private readonly options: NetworkPolicyOptions) {
    this.denied = toBlockList([
      ...ALWAYS_DENIED,
      ...(options.deniedRanges ?? []),
    ]);
    this.allowedHosts = options.allowedHosts?.map(toPattern);
  }

  /** Reads `scaleph.network.allowedHosts` (names, `*.suffix`; all when absent) and `scaleph.network.deniedRanges` (CIDR, besides link-local and multicast). */
  static fromConfig(config: Config): NetworkPolicy {
    return NetworkPolicy.of({
      allowedHosts: config.getOptionalStringArray(
        'scaleph.network.allowedHosts',
      ),
      deniedRanges: config.getOptionalStringArray(
        'scaleph.network.deniedRanges',
      ),
    });
  }

  static allowAll(): NetworkPolicy {
    return NetworkPolicy.of({});
  }

  /** The policy of `toJSON()`. Throws InputError for a range or a host that is none. */
  static of(options: NetworkPolicyOptions): NetworkPolicy {
    return new NetworkPolicy(options);
  }

  toJSON(): NetworkPolicyOptions {
    return this.options;
  }

  /** The first of `resolveAll`. */
  async resolve(host: string): Promise<string> {
    return (await this.resolveAll(host)).addresses[0].address;
  }

  /**
   * The addresses to connect to. Throws InputError for what is no host, NotAllowedError for a host that is not allowed (one
   * denied address is enough), Error when the name has no address.
   */
  async resolveAll(host: string): Promise<CheckedHost> {
    const name = canonicalHost(host);
    this.checkName(name, host);
    const addresses = isIP(name) ? [name] : await lookUp(name, host);
    for (const address of addresses) this.checkAddress(address, host);
    return {
      name,
      addresses: addresses.map(address => ({
        address,
        family: isIP(address) === 6 ? 6 : 4,
      })),
    };
  }

  private checkName(name: string, host: string) {
    if (!this.allowedHosts || this.allowedHosts.some(it => matches(name, it))) {
      return;
    }
    throw new NotAllowedError(
      `Host "${host}" is not in scaleph.network.allowedHosts`,
    );
  }

  private checkAddress(address: string, host: string) {
    const isIpv6 = isIP(address) === 6;
    const ipv4 = isIpv6 ? embeddedIpv4(address) : address;
    const isDenied =
      (isIpv6 && this.denied.check(address, 'ipv6')) ||
      (ipv4 !== undefined && this.denied.check(ipv4, 'ipv4'));
    if (!isDenied) return;
    const subject =
      address === host
        ? `Address ${host} is one`
        : `Host "${host}" has the address ${address},`;
    throw new NotAllowedError(
      `${subject} that data sources may not reach (link-local, multicast or in scaleph.network.deniedRanges)`,
    );
  }
}

async function lookUp(name: string, host: string): Promise<string[]> {
  try {
    const found = await lookup(name, { all: true });
    // A zone ("fe80::1%eth0") only says by which interface; the range decides.
    return found.map(({ address }) => address.replace(/%.*$/, ''));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Error(
      code === 'EAI_AGAIN'
        ? `Host "${host}" has no address for now: the name server does not answer (${code})`
        : `Host "${host}" has no address: check the name (${code})`,
    );
  }
}

function toBlockList(ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address, prefix] = range.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    const length = prefix === undefined ? bits : Number(prefix);
    const isRange =
      isIP(address) !== 0 &&
      prefix !== '' &&
      Number.isInteger(length) &&
      length >= 0 &&
      length <= bits;
    if (!isRange) {
      throw new InputError(
        `scaleph.network.deniedRanges: "${range}" is no range: write e.g. 10.0.0.0/8`,
      );
    }
    list.addSubnet(address, length, bits === 128 ? 'ipv6' : 'ipv4');
  }
  return list;
}

function toPattern(pattern: string): string {
  if (pattern === '*') return pattern;
  return pattern.startsWith('*.')
    ? `*.${canonicalHost(pattern.slice(2))}`
    : canonicalHost(pattern);
}

function matches(name: string, pattern: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.')
    ? name.endsWith(pattern.slice(1)) && !isIP(name)
    : name === pattern;
}
