import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileClient, type FileClientOptions } from '../../../src/web/file-client.ts';
import { type Fault, fileServer } from '../../support/file-server.ts';
import { temporaryFolder } from '../../support/home.ts';
import { webServer } from '../../support/web-server.ts';

const TEXT = 'abcdefghijklmnopqrstuvwxyz';
const QUICK = { version: '1.2.3', pauses: [0, 0], patience: 300 };
const RANGE = { range: { at: 3, length: 4 }, size: TEXT.length, longest: 1000 };

async function served(options: Partial<FileClientOptions> = {}) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), TEXT);
  const server = await fileServer(folder);
  return { server, client: clientOf(server.at('/'), options) };
}

function clientOf(base: string, options: Partial<FileClientOptions> = {}): FileClient {
  const client = new FileClient(base, { ...QUICK, ...options });
  onTestFinished(() => client.close());
  return client;
}

/** The kind of the error that a request ends with. */
const failureOf = (request: Promise<unknown>): Promise<string> =>
  request.then(
    () => 'none',
    (error: { kind: string }) => error.kind,
  );

describe('a file', () => {
  it('is fetched whole or in part, and not again if it is the same', async () => {
    const { client } = await served();
    const whole = await client.get('a.txt', { longest: 1000 });
    expect(whole).toMatchObject({ kind: 'whole', bytes: Buffer.from(TEXT) });
    expect(await client.get('a.txt', RANGE)).toMatchObject({ kind: 'part', bytes: Buffer.from('defg') });
    expect(await client.get('a.txt', { longest: 1000, etag: whole.etag })).toMatchObject({ kind: 'same' });
  });

  it('is fetched by at most sixteen requests at a time', async () => {
    const { client, server } = await served();
    await Promise.all(Array.from({ length: 30 }, () => client.get('a.txt', RANGE)));
    expect(server.asked).toHaveLength(30);
    expect(server.mostAtOnce()).toBeLessThanOrEqual(16);
  });

  it('has the query of the base address, which no message shows', async () => {
    const { server } = await served();
    const client = clientOf(server.at('/lib/?X-Signature=secret'));
    const error = await client.get('kiosque.json', { longest: 9 }).catch((failure: unknown) => failure);
    expect(server.asked).toEqual(['/lib/kiosque.json?X-Signature=secret']);
    expect(error).toMatchObject({ kind: 'status', address: server.at('/lib/kiosque.json') });
  });

  it('is refused if it is longer than it may be', async () => {
    const { client } = await served();
    expect(await failureOf(client.get('a.txt', { longest: 10 }))).toBe('large');
  });
});

describe('a fault of the server', () => {
  it.each<Fault>(['hang-up', 'cut', 'busy', 'other-range', 'short-range', 'gzip', 'silence'])(
    'that passes is over at the next try: %s',
    async (fault) => {
      const { client, server } = await served();
      server.fail((_, number) => (number === 1 ? fault : undefined));
      expect((await client.get('a.txt', RANGE)).bytes.toString()).toBe('defg');
      expect(server.asked).toHaveLength(2);
    },
  );

  it.each<[Fault, string, number]>([
    ['hang-up', 'refused', 3],
    ['cut', 'refused', 3],
    ['busy', 'status', 3],
    ['other-range', 'damaged', 3],
    ['gzip', 'damaged', 3],
    ['silence', 'slow', 3],
    ['missing', 'status', 1],
  ])(
    'that lasts is told after some tries, or at once if it does not pass: %s',
    async (fault, kind, tries) => {
      const { client, server } = await served();
      server.fail(() => fault);
      expect(await failureOf(client.get('a.txt', RANGE))).toBe(kind);
      expect(server.asked).toHaveLength(tries);
    },
  );

  it('of a server without ranges is made up for by the whole file, unless that is large', async () => {
    const { client, server } = await served();
    server.fail(() => 'whole');
    expect(await client.get('a.txt', RANGE)).toMatchObject({ kind: 'whole', bytes: Buffer.from(TEXT) });
    expect(await failureOf(client.get('a.txt', { ...RANGE, longest: 20 }))).toBe('no-ranges');
  });

  it('does not keep a request that is given up', async () => {
    const { client, server } = await served();
    server.fail(() => 'silence');
    const aborted = AbortSignal.abort(new Error('given up'));
    await expect(client.get('a.txt', { longest: 9, signal: aborted })).rejects.toThrow('given up');
  });
});

describe('a redirect', () => {
  const redirecting = (location: string) =>
    webServer(({ url }, response) => {
      if (url === '/there/a.txt') response.end(TEXT);
      else response.writeHead(302, { Location: location }).end();
    });

  it('is followed', async () => {
    const { at } = await redirecting('/there/a.txt');
    expect((await clientOf(at('/')).get('a.txt', { longest: 99 })).bytes.toString()).toBe(TEXT);
  });

  it.each([
    ['http://10.0.0.1/a.txt', 'private'],
    ['http://localhost:1/a.txt', 'private'],
    ['/again', 'redirects'],
    ['ftp://example.org/a.txt', 'broken'],
  ])('is not followed to %s', async (location, kind) => {
    const { at } = await redirecting(location);
    expect(await failureOf(clientOf(at('/')).get('a.txt', { longest: 99 }))).toBe(kind);
  });

  it('takes no login to another host', async () => {
    const seen: unknown[] = [];
    const other = await webServer(({ headers }, response) => {
      seen.push(headers.authorization);
      response.end(TEXT);
    });
    const { at } = await webServer(({ headers }, response) => {
      seen.push(headers.authorization);
      response.writeHead(302, { Location: other.at('/a.txt') }).end();
    });
    const client = clientOf(at('/'), { logIn: async () => ({ authorization: 'Bearer token' }) });
    await client.get('a.txt', { longest: 99 });
    expect(seen).toEqual(['Bearer token', undefined]);
  });
});

describe('a login', () => {
  it('is asked for again once the server refuses it', async () => {
    const { at } = await webServer(({ headers }, response) => {
      response.writeHead(headers.authorization === 'Bearer new' ? 200 : 401).end(TEXT);
    });
    const logIn = async (wasRefused: boolean) => ({
      authorization: wasRefused ? 'Bearer new' : 'Bearer old',
    });
    expect((await clientOf(at('/'), { logIn }).get('a.txt', { longest: 99 })).bytes.toString()).toBe(TEXT);
    expect(await failureOf(clientOf(at('/')).get('a.txt', { longest: 99 }))).toBe('status');
  });
});
