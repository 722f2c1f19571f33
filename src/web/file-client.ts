import { lookup } from 'node:dns';
import type { Agent, IncomingMessage, OutgoingHttpHeaders, RequestOptions } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { decompressed } from './decompressed.ts';
import { guardedLookup, isForbidden, type Resolve } from './guarded-lookup.ts';
import { isLocalHost } from './private-host.ts';
import { WebError, webErrorOf } from './web-error.ts';

export interface FileClientOptions {
  /** For `User-Agent`. */
  readonly version: string;
  /**
   * The headers that log in, which go to the host of the base address only.
   *
   * @param wasRefused  true if the server has refused those given last
   */
  readonly logIn?: (wasRefused: boolean) => Promise<OutgoingHttpHeaders>;
  /** Resolves names; by default Node's `lookup`. */
  readonly resolve?: Resolve;
  /** Milliseconds without a byte after which a request is given up; by default `PATIENCE`. */
  readonly patience?: number;
  /** Milliseconds before each further try; by default `PAUSES`. */
  readonly pauses?: readonly number[];
}

export interface FileRequest {
  /** The bytes that are wanted; by default all. */
  readonly range?: { readonly at: number; readonly length: number };
  /** Bytes of the whole file, if they are known. */
  readonly size?: number;
  /** Bytes of the longest answer that is read. */
  readonly longest: number;
  /** The tag of the version that is known, which is not sent again. */
  readonly etag?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Tries before it is given up; by default one more than there are pauses. */
  readonly tries?: number;
}

/** The answer of a server: a whole file, a part of it, or that it is as it was. */
export interface FileAnswer {
  readonly kind: 'whole' | 'part' | 'same';
  readonly bytes: Buffer;
  readonly etag: string | undefined;
}

const PATIENCE = 10_000;
const PAUSES: readonly number[] = [200, 1000];
/** Connections to a host. */
const AT_ONCE = 16;
const MOST_REDIRECTS = 5;
/** Bytes in a millisecond below which an answer is given up. */
const SLOWEST = 0.5;
/** Milliseconds that a server may ask to wait. */
const LONGEST_WAIT = 5_000;

/**
 * Gets files below an address. Connections are kept, several are used at a time, and what fails in passing is tried again. As
 * for pages, no redirect leads to this machine or a private network unless the address names it, nor from https to http.
 */
export class FileClient {
  readonly #base: URL;
  readonly #options: FileClientOptions;
  readonly #mayBeLocal: boolean;
  readonly #agents = new Map<string, Promise<Agent>>();

  /** @param base  ends in `/`; its query and login go with each request */
  constructor(base: string, options: FileClientOptions) {
    this.#base = new URL(base);
    this.#options = options;
    this.#mayBeLocal = isLocalHost(this.#base.hostname);
  }

  /**
   * Gets a file.
   *
   * @param path  relative to the base address
   * @throws {WebError} if it cannot be fetched; the reason of `signal`, once it is aborted
   */
  async get(path: string, request: FileRequest): Promise<FileAnswer> {
    const { pauses = PAUSES } = this.#options;
    const { tries = pauses.length + 1, signal } = request;
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#try(path, request);
      } catch (error) {
        signal?.throwIfAborted();
        const failure = error instanceof Failed ? error : new Failed(webErrorOf(error, this.address(path)));
        if (!failure.isPassing || tried >= tries) throw failure.error;
        const wait = failure.wait ?? pauses[Math.min(tried, pauses.length) - 1] ?? 0;
        // Not all readers of a library come back at the same moment.
        await pause(wait * (0.75 + Math.random() / 2), undefined, signal ? { signal } : {}).catch(
          () => undefined,
        );
        signal?.throwIfAborted();
      }
    }
  }

  /** The address of a file as it may be shown: neither the login nor the query, which may be signed. */
  address(path: string): string {
    const url = new URL(path, this.#base);
    return `${url.origin}${url.pathname}`;
  }

  /** Ends its connections. */
  close(): void {
    for (const agent of this.#agents.values()) void agent.then((each) => each.destroy());
    this.#agents.clear();
  }

  async #try(path: string, request: FileRequest): Promise<FileAnswer> {
    const url = new URL(path, this.#base);
    url.search = this.#base.search;
    let answer = await this.#follow(url, path, request, false);
    if (answer.statusCode === 401 && this.#options.logIn) {
      answer.destroy();
      answer = await this.#follow(url, path, request, true);
    }
    return this.#taken(answer, path, request);
  }

  async #follow(
    from: URL,
    path: string,
    request: FileRequest,
    wasRefused: boolean,
  ): Promise<IncomingMessage> {
    let url = from;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await this.#ask(url, path, request, wasRefused);
      const { statusCode = 0, headers } = answer;
      if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return answer;
      answer.destroy();
      const next = URL.canParse(headers.location, url) ? new URL(headers.location, url) : undefined;
      if (next?.protocol !== 'https:' && next?.protocol !== 'http:') throw this.#failed('broken', path);
      if (url.protocol === 'https:' && next.protocol === 'http:') throw this.#failed('insecure', path);
      url = next;
    }
    throw this.#failed('redirects', path);
  }

  async #ask(url: URL, path: string, request: FileRequest, wasRefused: boolean): Promise<IncomingMessage> {
    const { resolve = lookup, patience = PATIENCE } = this.#options;
    const mayBeLocal = this.#mayBeLocal && url.hostname === this.#base.hostname;
    if (isForbidden(url, mayBeLocal)) throw this.#failed('private', path);
    const { signal } = request;
    const options: RequestOptions = {
      headers: await this.#headersFor(url, request, wasRefused),
      agent: await this.#agentFor(url.protocol),
      lookup: guardedLookup(mayBeLocal, resolve),
      timeout: patience,
      ...(signal && { signal }),
    };
    const { request: send } =
      url.protocol === 'https:' ? await import('node:https') : await import('node:http');
    const slow = (): Failed => this.#failed('slow', path, '', true);
    const ask = (tries: number): Promise<IncomingMessage> =>
      new Promise((answered, failed) => {
        let answer: IncomingMessage | undefined;
        const sent = send(url, options, (each) => {
          answer = each;
          answered(each);
        });
        sent.on('timeout', () => (answer ?? sent).destroy(slow()));
        sent.on('error', (error: NodeJS.ErrnoException) => {
          // The server has closed a kept connection at the moment in which it was used again.
          const isStale = sent.reusedSocket && error.code === 'ECONNRESET' && tries > 0;
          if (isStale) ask(tries - 1).then(answered, failed);
          else failed(this.#failureOf(error, path));
        });
        sent.end();
      });
    return ask(AT_ONCE);
  }

  async #headersFor(
    url: URL,
    { range, etag }: FileRequest,
    wasRefused: boolean,
  ): Promise<OutgoingHttpHeaders> {
    const { version, logIn } = this.#options;
    const isOwnHost = url.host === this.#base.host && url.protocol === this.#base.protocol;
    return {
      // Ranges of a compressed file would be of no use.
      'accept-encoding': 'identity',
      'user-agent': `kiosque/${version}`,
      ...(range && { range: `bytes=${range.at}-${range.at + range.length - 1}` }),
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(isOwnHost && (await logIn?.(wasRefused))),
    };
  }

  async #taken(answer: IncomingMessage, path: string, request: FileRequest): Promise<FileAnswer> {
    const { statusCode = 0, statusMessage, headers } = answer;
    const { etag } = headers;
    const { range, longest } = request;
    if (statusCode === 304) {
      answer.resume();
      return { kind: 'same', bytes: Buffer.alloc(0), etag };
    }
    if (statusCode === 206 && range) {
      const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
      if (isEncoded || !isRange(headers['content-range'], range, request.size)) {
        answer.destroy();
        throw this.#failed('damaged', path, '', true);
      }
      const bytes = await this.#bytesOf(answer, path, range.length);
      if (bytes.length !== range.length) throw this.#failed('damaged', path, '', true);
      return { kind: 'part', bytes, etag };
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw this.#refusal(
        path,
        statusCode,
        `${statusCode} ${statusMessage ?? ''}`.trim(),
        headers['retry-after'],
      );
    }
    if (range && (request.size ?? longest) > longest) {
      answer.destroy();
      throw this.#failed('no-ranges', path);
    }
    return { kind: 'whole', bytes: await this.#bytesOf(answer, path, longest), etag };
  }

  /** The bytes of an answer. One of more than `longest`, or that comes too slowly, is not read on. */
  async #bytesOf(answer: IncomingMessage, path: string, longest: number): Promise<Buffer> {
    const { patience = PATIENCE } = this.#options;
    const chunks: Buffer[] = [];
    let size = 0;
    const started = performance.now();
    try {
      for await (const chunk of decompressed(answer) as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > longest) throw this.#failed('large', path);
        const elapsed = performance.now() - started;
        if (elapsed > patience && size < elapsed * SLOWEST) throw this.#failed('slow', path, '', true);
      }
    } catch (error) {
      answer.destroy();
      throw this.#failureOf(error, path);
    }
    return Buffer.concat(chunks, size);
  }

  #agentFor(protocol: string): Promise<Agent> {
    const known = this.#agents.get(protocol);
    if (known) return known;
    const options = { keepAlive: true, maxSockets: AT_ONCE };
    const made =
      protocol === 'https:'
        ? import('node:https').then((https): Agent => new https.Agent(options))
        : import('node:http').then((http) => new http.Agent(options));
    this.#agents.set(protocol, made);
    return made;
  }

  #refusal(path: string, code: number, status: string, retryAfter: string | undefined): Failed {
    const isPassing = code === 429 || code === 408 || code >= 500;
    const seconds = Number(retryAfter ?? Number.NaN);
    const wait = seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT) : undefined;
    return new Failed(new WebError('status', this.address(path), status), isPassing, wait);
  }

  #failed(kind: WebError['kind'], path: string, detail = '', isPassing = false): Failed {
    return new Failed(new WebError(kind, this.address(path), detail), isPassing);
  }

  #failureOf(error: unknown, path: string): Failed {
    if (error instanceof Failed) return error;
    if (error instanceof WebError)
      return new Failed(new WebError(error.kind, this.address(path), error.detail));
    const known = webErrorOf(error, this.address(path));
    return new Failed(known, known.kind === 'refused' || known.kind === 'broken');
  }
}

/** A try that failed. It is passing if another one may do better, after `wait` milliseconds if the server says so. */
class Failed extends Error {
  readonly error: WebError;
  readonly isPassing: boolean;
  readonly wait: number | undefined;

  constructor(error: WebError, isPassing = false, wait?: number) {
    super(error.message);
    this.error = error;
    this.isPassing = isPassing;
    this.wait = wait;
  }
}

/** True if a header says that the answer has exactly this range, of a file of this size. */
function isRange(
  header: string | undefined,
  { at, length }: { readonly at: number; readonly length: number },
  size: number | undefined,
): boolean {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header ?? '') ?? [];
  const isSame = Number(first) === at && Number(last) === at + length - 1;
  return isSame && (size === undefined || total === '*' || Number(total) === size);
}
