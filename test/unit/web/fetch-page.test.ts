import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type FetchOptions, fetchPage, LONGEST_PAGE, PICTURE } from '../../../src/web/fetch-page.ts';
import { webServer } from '../../support/web-server.ts';

const OPTIONS: FetchOptions = { language: 'fr', version: '1.2.3' };

describe('a page', () => {
  it('is fetched with its type and encoding, without its password', async () => {
    const headers: unknown[] = [];
    const { at } = await webServer((request, response) => {
      headers.push(request.headers['accept-language'], request.headers['user-agent'], request.headers.cookie);
      response.setHeader('Set-Cookie', 'a=1');
      response.setHeader('Content-Type', 'Text/HTML; Charset="ISO-8859-1"').end('<p>é</p>', 'latin1');
    });
    const page = await fetchPage(at('/a').replace('//', '//me:secret@'), OPTIONS);
    expect(page).toEqual({
      address: at('/a'),
      type: 'text/html',
      charset: 'ISO-8859-1',
      bytes: Buffer.from('<p>é</p>', 'latin1'),
    });
    expect(headers).toEqual(['fr, en;q=0.5', 'kiosque/1.2.3', undefined]);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('is unpacked from %s', async (encoding, compress) => {
    const { at } = await webServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Encoding': encoding });
      response.end(compress('un texte'));
    });
    expect((await fetchPage(at('/'), OPTIONS)).bytes.toString()).toBe('un texte');
  });

  it('is found through redirects', async () => {
    const { at } = await webServer(({ url }, response) => {
      if (url === '/new/page') response.writeHead(200, { 'Content-Type': 'text/plain' }).end('here');
      else response.writeHead(302, { Location: url === '/old' ? '/older' : 'new/page' }).end();
    });
    expect(await fetchPage(at('/old'), OPTIONS)).toMatchObject({ address: at('/new/page') });
  });

  it('tells its progress', async () => {
    const { at } = await webServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': 5 }).end('12345'),
    );
    const told: unknown[] = [];
    await fetchPage(at('/'), { ...OPTIONS, onProgress: (...each) => told.push(each) });
    expect(told.at(-1)).toEqual([5, 5]);
  });
});

describe('a picture', () => {
  it('is fetched as a picture only', async () => {
    const { at } = await webServer(({ url, headers }, response) => {
      const type = url === '/a.png' && headers.accept?.includes('image/') ? 'image/png' : 'text/html';
      response.writeHead(200, { 'Content-Type': type }).end('x'.repeat(url === '/b' ? 1 : 9));
    });
    const options = { ...OPTIONS, kind: PICTURE };
    expect(await fetchPage(at('/a.png'), options)).toMatchObject({ type: 'image/png', bytes: { length: 9 } });
    await expect(fetchPage(at('/b'), options)).rejects.toMatchObject({ kind: 'type', detail: 'text/html' });
  });

  it('never comes from this machine if the page does not', async () => {
    const { at } = await webServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'image/png' }).end('x'),
    );
    const options = { ...OPTIONS, kind: PICTURE, mayBeLocal: false };
    await expect(fetchPage(at('/a.png'), options)).rejects.toMatchObject({ kind: 'private' });
    await expect(fetchPage(at('/a.png').replace('127.0.0.1', 'localhost'), options)).rejects.toMatchObject({
      kind: 'private',
    });
  });
});

describe('a page that cannot be fetched', () => {
  const failure = (address: string, options: Partial<FetchOptions> = {}): Promise<unknown> =>
    fetchPage(address, { ...OPTIONS, ...options }).then(
      () => undefined,
      (error: { kind?: string; detail?: string }) => [error.kind, error.detail],
    );

  it.each([
    ['status', (at: (path: string) => string) => at('/missing'), '404 Not Found'],
    ['redirects', (at: (path: string) => string) => at('/round'), ''],
    ['type', (at: (path: string) => string) => at('/picture'), 'image/png'],
    ['scheme', (at: (path: string) => string) => at('/elsewhere'), ''],
  ])('fails with %s', async (kind, address, detail) => {
    const { at } = await webServer(({ url }, response) => {
      if (url === '/round') response.writeHead(301, { Location: '/round' }).end();
      else if (url === '/elsewhere') response.writeHead(301, { Location: 'file:///etc/hostname' }).end();
      else if (url === '/picture') response.writeHead(200, { 'Content-Type': 'image/png' }).end('x');
      else response.writeHead(404).end();
    });
    expect(await failure(address(at))).toEqual([kind, detail]);
  });

  it('fails when nothing answers, or too late', async () => {
    const { at, close } = await webServer(() => undefined);
    expect(await failure(at('/'), { patience: 50 })).toEqual(['slow', '']);
    await close();
    expect(await failure(at('/'))).toEqual(['refused', 'ECONNREFUSED']);
  });

  it('fails when it stops coming before its end, which nothing tells', async () => {
    const { at } = await webServer((_, response) => {
      response.useChunkedEncodingByDefault = false;
      response.writeHead(200, { 'Content-Type': 'text/plain' }).write('The beginning');
    });
    expect(await failure(at('/'), { patience: 50 })).toEqual(['slow', '']);
  });

  it('fails when it is too large, however it is packed', async () => {
    const { at } = await webServer((_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(LONGEST_PAGE + 1, 'a'))),
    );
    expect(await failure(at('/'))).toEqual(['large', '']);
  });

  it('is given up when the caller says so', async () => {
    const { at } = await webServer(() => undefined);
    const reason = new Error('given up');
    await expect(fetchPage(at('/'), { ...OPTIONS, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('is not looked for at an address of this machine to which a name of the public internet leads', async () => {
    const { at } = await webServer((_, response) => response.end('inside'));
    const address = at('/').replace('127.0.0.1', 'site.example');
    const resolve: FetchOptions['resolve'] = (_hostname, _options, done) =>
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    expect(await failure(address, { resolve })).toEqual(['private', '']);
  });

  it('is not looked for on another private host to which one that was typed leads', async () => {
    const { at } = await webServer(({ headers }, response) => {
      if (headers.host?.startsWith('localhost')) response.end('inside');
      else response.writeHead(302, { Location: at('/').replace('127.0.0.1', 'localhost') }).end();
    });
    expect(await failure(at('/'))).toEqual(['private', '']);
    expect(await failure(at('/').replace('127.0.0.1', 'localhost'))).toBeUndefined();
  });
});
