import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Environment, Failure } from '../../../src/commands/environment.ts';
import { logInFor } from '../../../src/commands/published/credentials.ts';
import { cliMessages } from '../../../src/messages/cli.ts';
import { NO_SETTINGS } from '../../../src/settings/effective.ts';
import type { CommandLine } from '../../../src/settings/table.ts';
import { temporaryFolder } from '../../support/home.ts';

const ROOT = 'https://docs.example.org/library/';

/** An environment whose home has this `.netrc`, and a library whose tokens a program prints. */
function environmentWith(netrc: string, command?: CommandLine): { environment: Environment; told: string[] } {
  const home = temporaryFolder();
  writeFileSync(join(home, '.netrc'), netrc, { mode: 0o600 });
  const told: string[] = [];
  const settings = {
    ...NO_SETTINGS,
    libraries: new Map([['team', [ROOT]]]),
    tokenCommands: new Map(command ? [['team', command] as const] : []),
  };
  const stderr = { write: (text: string) => told.push(text), isTTY: false, columns: 0 };
  return { environment: { env: { HOME: home }, language: 'en', stderr, settings } as never, told };
}

const printing = (code: string): CommandLine => [process.execPath, '-e', code];

describe('the login of a library', () => {
  it('comes from .netrc', async () => {
    const { environment } = environmentWith('machine docs.example.org login ada password secret');
    expect(await logInFor(environment, ROOT)(false)).toEqual({ authorization: 'Basic YWRhOnNlY3JldA==' });
    expect(await logInFor(environment, 'https://other.example/')(false)).toEqual({});
  });

  it('does not come from a .netrc that others may read', async () => {
    const { environment, told } = environmentWith('machine docs.example.org login ada password secret');
    chmodSync(join(environment.env.HOME!, '.netrc'), 0o644);
    expect(await logInFor(environment, ROOT)(false)).toEqual({});
    expect(told.join('')).toMatch(/\.netrc is not used, as others may read it/);
  });

  it('is not sent in the clear over the internet', async () => {
    const { environment } = environmentWith('default login ada password secret');
    expect(await logInFor(environment, 'http://docs.example.org/')(false)).toEqual({});
    expect(await logInFor(environment, 'http://localhost/')(false)).toHaveProperty('authorization');
  });

  it.each([
    ['a token', 'console.log("abc\\nmore")', { authorization: 'Bearer abc' }],
    ['a header', 'console.log("X-Api-Key: abc")', { 'X-Api-Key': 'abc' }],
  ])('comes from the first line of a program, which is %s', async (_, code, headers) => {
    const { environment } = environmentWith('', printing(code));
    expect(await logInFor(environment, ROOT)(false)).toEqual(headers);
    expect(await logInFor(environment, `${ROOT}below/`)(false)).toEqual(headers);
  });

  it('is asked of the program once, and again when the server refuses it', async () => {
    const { environment } = environmentWith('', printing('console.log(process.hrtime.bigint())'));
    const logIn = logInFor(environment, ROOT);
    const first = await logIn(false);
    expect(await logIn(false)).toEqual(first);
    expect(await logIn(true)).not.toEqual(first);
  });

  it('is missing with a message if the program fails', async () => {
    const { environment } = environmentWith('', printing('process.exit(3)'));
    const failure = await logInFor(environment, ROOT)(false).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).say(cliMessages.en)).toMatch(/^token_command failed \(node.*\): 3$/);
  });
});
