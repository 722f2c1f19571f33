import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type WebServer, webServer } from './web-server.ts';

/** Mistakes that a server makes with a request. */
export type Fault =
  /** Never answers. */
  | 'silence'
  /** Closes the connection, before the answer or in the midst of it. */
  | 'hang-up'
  | 'cut'
  /** Answers 404, 503 or, for want of a login, 401. */
  | 'missing'
  | 'busy'
  | 'forbidden'
  /** Sends the whole file in place of a range. */
  | 'whole'
  /** Sends a range of the right length from another place, and says which, or says that it is the right one. */
  | 'other-range'
  | 'wrong-bytes'
  /** Sends a shorter range than it says. */
  | 'short-range'
  /** Compresses what it sends, though nobody asks for that. */
  | 'gzip';

export interface FileServer extends WebServer {
  /** The requests so far: the path, and the range if there is one. */
  readonly asked: string[];
  /** How many requests were being answered at once, at most. */
  readonly mostAtOnce: () => number;
  /** Chooses what goes wrong with each request from now on. */
  fail(fault: (request: IncomingMessage, number: number) => Fault | undefined): void;
}

/** Serves a folder as nginx does, with ranges and tags, as long as it is told nothing else. */
export async function fileServer(folder: string): Promise<FileServer> {
  const asked: string[] = [];
  let [open, most] = [0, 0];
  let fault: Parameters<FileServer['fail']>[0] = () => undefined;
  const server = await webServer((request, response) => {
    const { url = '/', headers } = request;
    asked.push([url, headers.range].filter(Boolean).join(' '));
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const path = join(folder, decodeURIComponent(url.replace(/\?.*$/s, '')));
    // Later, so that requests that come together are open together.
    setImmediate(() => answer(path, request, response, fault(request, asked.length)));
  });
  return {
    ...server,
    asked,
    mostAtOnce: () => most,
    fail: (next) => {
      fault = next;
    },
  };
}

const STATUS: Partial<Record<Fault, number>> = { missing: 404, busy: 503, forbidden: 401 };

function answer(
  path: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  if (fault === 'silence') return;
  if (fault === 'hang-up') return void response.destroy();
  const status = fault && STATUS[fault];
  if (status) return void response.writeHead(status).end();
  if (!existsSync(path) || !statSync(path).isFile()) return void response.writeHead(404).end();
  const bytes = readFileSync(path);
  const etag = `"${statSync(path).mtimeMs}-${bytes.length}"`;
  if (headers['if-none-match'] === etag) return void response.writeHead(304, { ETag: etag }).end();
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  if (first === undefined || fault === 'whole') sendWhole(bytes, etag, response, fault);
  else sendRange(bytes, Number(first), Number(last), response, fault);
}

function sendWhole(bytes: Buffer, etag: string, response: ServerResponse, fault: Fault | undefined): void {
  const isGzip = fault === 'gzip';
  response.writeHead(200, { ETag: etag, ...(isGzip && { 'Content-Encoding': 'gzip' }) });
  const sent = fault === 'wrong-bytes' ? bytes.map((byte) => byte ^ 1) : bytes;
  send(isGzip ? gzipSync(sent) : sent, response, fault);
}

function sendRange(
  bytes: Buffer,
  first: number,
  last: number,
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  const isOther = fault === 'other-range';
  const [from, to] = isOther ? [first + 1, last + 1] : [first, Math.min(last, bytes.length - 1)];
  const part = bytes.subarray(from, to + 1);
  response.writeHead(206, {
    'Content-Range': `bytes ${from}-${to}/${bytes.length}`,
    ...(fault === 'gzip' && { 'Content-Encoding': 'gzip' }),
  });
  if (fault === 'short-range') response.end(part.subarray(0, part.length - 1));
  else send(fault === 'wrong-bytes' ? part.map((byte) => byte ^ 1) : part, response, fault);
}

function send(bytes: Uint8Array, response: ServerResponse, fault: Fault | undefined): void {
  if (fault !== 'cut') return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}
