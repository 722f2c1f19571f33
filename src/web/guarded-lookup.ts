import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateIp } from './private-host.ts';
import { WebError } from './web-error.ts';

/** Finds all IP addresses of a host. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * True for a host in numbers on this machine or a private network, which the user did not name. Such hosts are not looked up,
 * so that `guardedLookup` does not see them.
 */
export function isForbidden({ hostname }: URL, mayBeLocal: boolean): boolean {
  const ip = hostname.replace(/^\[|\]$/g, '');
  return !mayBeLocal && isIP(ip) > 0 && isPrivateIp(ip);
}

/** Resolves a name as Node does, but not to addresses of this machine or a private network. */
export const guardedLookup =
  (mayBeLocal: boolean, resolve: Resolve): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const allowed = mayBeLocal ? found : found.filter(({ address }) => !isPrivateIp(address));
      const [first] = allowed;
      if (!first) return done(new WebError('private', hostname), '', 0);
      if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
