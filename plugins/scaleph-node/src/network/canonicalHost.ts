import { InputError } from '@backstage/errors';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/**
 * The one form of a host name or address that is compared and connected to: lower case, punycode, without brackets and
 * trailing dot, IPv4 in four decimals whatever it was written in (`2852039166`, `0xA9FEA9FE`, `0251.0376.0251.0376`).
 * Throws InputError for what is neither a name nor an address, and for IPv6 zones, which only link-local addresses have.
 * @internal
 */
export function canonicalHost(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (bare.includes('%')) {
    throw new InputError(
      `Host "${host}" names an IPv6 zone: give the address without "%…"`,
    );
  }
  if (isIP(bare) === 6) return canonicalIpv6(bare);
  // What would end a host in a URL must not shorten it here.
  const name = /[\s/\\?#@:]/.test(bare)
    ? ''
    : domainToASCII(bare).replace(/\.$/, '');
  if (isIP(name) === 4) return name;
  const labels = name.split('.');
  if (
    !labels.every(label => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label))
  ) {
    throw new InputError(
      `Host "${host}" is neither a host name nor an IP address: give it without protocol, port and path`,
    );
  }
  return name;
}

/** The URL standard's form: compressed, lower case, `::ffff:a9fe:a9fe` rather than `::ffff:169.254.169.254`. */
function canonicalIpv6(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

/**
 * IPv4 addresses that an IPv6 address leads to: mapped (`::ffff:0:0/96`), compatible (`::/96`), NAT64 (`64:ff9b::/96`) and
 * 6to4 (`2002::/16`). A range that is denied is denied in these forms too.
 * @internal
 */
export function embeddedIpv4(address: string): string | undefined {
  const groups = ipv6Groups(canonicalIpv6(address));
  const prefix = groups.slice(0, 6).join(':');
  const isPrefixed =
    prefix === '0:0:0:0:0:65535' ||
    // `::` and `::1` have no IPv4 address in them.
    (prefix === '0:0:0:0:0:0' && groups[6] !== 0) ||
    prefix === `${0x64}:${0xff9b}:0:0:0:0`;
  if (isPrefixed) return toIpv4(groups[6], groups[7]);
  return groups[0] === 0x2002 ? toIpv4(groups[1], groups[2]) : undefined;
}

function ipv6Groups(canonical: string): number[] {
  const [head, tail] = canonical
    .split('::')
    .map(part =>
      part ? part.split(':').map(group => parseInt(group, 16)) : [],
    );
  if (!tail) return head;
  const zeros = new Array<number>(8 - head.length - tail.length).fill(0);
  return [...head, ...zeros, ...tail];
}

function toIpv4(high: number, low: number): string {
  return [high, low].flatMap(group => [group >> 8, group & 0xff]).join('.');
}
