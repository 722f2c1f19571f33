import { execFile } from 'node:child_process';
import { fstatSync, readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { geteuid } from 'node:process';
import { withFile } from '../../files/with-file.ts';
import { publishedMessages } from '../../messages/published.ts';
import type { CommandLine } from '../../settings/table.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { loginFor } from '../../web/netrc.ts';
import { isLocalHost } from '../../web/private-host.ts';
import { type Environment, Failure } from '../environment.ts';

/** Milliseconds that a program may take to print a token: the user may have to unlock a store first. */
const PATIENCE = 120_000;
/** Bytes of the longest token and of the longest `.netrc`. */
const LONGEST_TOKEN = 16_384;
const LONGEST_NETRC = 1_000_000;

/**
 * The headers that log in to the server of a library: from the program that the settings name, else from `.netrc`. None are
 * sent over a connection that others can read, unless it stays on this machine or its network.
 *
 * @param root  the address of the library, without a login
 * @returns a function as `FileClientOptions.logIn`; it throws a `Failure` if the program fails
 */
export function logInFor(
  environment: Environment,
  root: string,
): (wasRefused: boolean) => Promise<OutgoingHttpHeaders> {
  const { protocol, hostname } = new URL(root);
  if (protocol === 'http:' && !isLocalHost(hostname)) return async () => ({});
  const command = tokenCommandFor(environment, root);
  let known: Promise<OutgoingHttpHeaders> | undefined;
  return (wasRefused) => {
    if (!known || (wasRefused && command))
      known = command
        ? headersFrom(environment, command)
        : Promise.resolve(netrcHeaders(environment, hostname));
    return known;
  };
}

/** The program of the library whose address this one is, or begins with. */
function tokenCommandFor({ settings: { libraries, tokenCommands } }: Environment, root: string) {
  for (const [name, command] of tokenCommands) {
    const isOwn = libraries.get(name)?.some((path) => root.startsWith(path.replace(/[?#].*$/s, '')));
    if (isOwn) return command;
  }
  return undefined;
}

/** Runs a program without a shell; its first line is a header, or a token. */
async function headersFrom({ language }: Environment, command: CommandLine): Promise<OutgoingHttpHeaders> {
  const [program, ...args] = command;
  const line = await new Promise<string>((resolve, reject) => {
    execFile(program, args, { timeout: PATIENCE, maxBuffer: LONGEST_TOKEN }, (error, stdout) => {
      if (!error) return resolve(stdout.split(/\r?\n/, 1)[0]!.trim());
      const reason = cleanLine(String('code' in error ? error.code : error.message));
      const text = publishedMessages[language].tokenFailed(cleanLine(basename(program)), reason);
      reject(new Failure(2, () => text, { cause: error }));
    });
  });
  const [, name, value] = /^([\w-]{1,100}): *(\S.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? { authorization: `Bearer ${line}` } : { [name]: value };
}

function netrcHeaders(environment: Environment, hostname: string): OutgoingHttpHeaders {
  const text = netrcText(environment);
  const login = text === undefined ? undefined : loginFor(text, hostname);
  if (!login) return {};
  return { authorization: `Basic ${Buffer.from(`${login.login}:${login.password}`).toString('base64')}` };
}

/** The text of `.netrc`; undefined if there is none, or others may read it. */
function netrcText({ env, stderr, language }: Environment): string | undefined {
  const path = join(env.HOME || homedir(), '.netrc');
  try {
    return withFile(path, (file) => {
      const { mode, uid, size } = fstatSync(file);
      const user = geteuid?.();
      if (user !== undefined && (uid !== user || (mode & 0o077) !== 0)) {
        stderr.write(`kiosque: ${publishedMessages[language].unsafeNetrc(cleanLine(path))}\n`);
        return undefined;
      }
      return size <= LONGEST_NETRC ? readFileSync(file, 'utf8') : undefined;
    });
  } catch {
    return undefined;
  }
}
