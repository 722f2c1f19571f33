import { isIP } from 'node:net';

/**
 * True for an IP address that is not on the public internet: loopback, private, link-local, shared, multicast and reserved
 * ranges (the special-purpose registries of IANA, RFC 6890), also as IPv4 in IPv6. True for anything that is no IP address.
 */
export function isPrivateIp(ip: string): boolean {
  switch (isIP(ip)) {
    case 4:
      return isPrivateIpv4(ip.split('.').map(Number));
    case 6:
      return isPrivateIpv6(groupsOf(ip));
    default:
      return true;
  }
}

function isPrivateIpv4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
    (a === 203 && b === 0 && c === 113)
  );
}

/** Only global unicast (2000::/3) is public, less documentation, Teredo and 6to4, which hold other addresses. */
function isPrivateIpv6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const isTranslated = first === 0x64 && second === 0xff9b;
  if (isMapped || isTranslated)
    return isPrivateIpv4(groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]));
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return true;
  return first < 0x2000 || first > 0x3fff || first === 0x2002;
}

/** The eight groups of an IPv6 address. */
function groupsOf(ip: string): number[] {
  // The parser of addresses writes IPv4 endings as groups too.
  const [head = '', tail] = new URL(`http://[${ip.replace(/%.*/, '')}]`).hostname.slice(1, -1).split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return numbers(head);
  const [before, after] = [numbers(head), numbers(tail)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

/**
 * True for a host that is plainly local or private: an IP address of this kind, `localhost`, a name without a dot, or one
 * below a domain for local names (RFC 6761, 6762, 8375; `internal` is reserved by ICANN). Who types it means it.
 */
export function isLocalHost(hostname: string): boolean {
  const name = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (isIP(name) > 0) return isPrivateIp(name);
  return !name.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(name);
}
