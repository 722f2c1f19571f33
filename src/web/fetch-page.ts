import { lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { decompressed } from './decompressed.ts';
import { guardedLookup, isForbidden, type Resolve } from './guarded-lookup.ts';
import { isLocalHost } from './private-host.ts';
import { WebError, webErrorOf } from './web-error.ts';

/** A text that a server sent. */
export interface FetchedPage {
  /** Where it came from, after all redirects. */
  readonly address: string;
  /** Its media type in lower case, without parameters; empty if the server gave none. */
  readonly type: string;
  /** The encoding that the server gave. */
  readonly charset: string | undefined;
  readonly bytes: Buffer;
}

export interface FetchOptions {
  /** For `Accept-Language`. */
  readonly language: string;
  /** For `User-Agent`. */
  readonly version: string;
  readonly signal?: AbortSignal;
  /** Receives the bytes so far, and of the whole if the server says so. */
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
  /** Resolves names; by default Node's `lookup`. */
  readonly resolve?: Resolve;
  /** Milliseconds until all of it has to be there; by default `PATIENCE`. */
  readonly patience?: number;
  /** The kind of file to fetch; by default a text. */
  readonly kind?: Kind;
  /** True if it may lead to this machine or a private network; by default if the address does so by its name. */
  readonly mayBeLocal?: boolean;
}

/** A kind of file that is asked for and accepted. */
interface Kind {
  /** The header `Accept`. */
  readonly accept: string;
  /** Media types, in lower case. */
  readonly types: RegExp;
  /** Bytes of the longest, after decompression. */
  readonly longest: number;
}

/** Milliseconds in which a page has to come. */
const PATIENCE = 30_000;
/** Bytes of the longest page, after decompression. */
export const LONGEST_PAGE = 20_000_000;
const MOST_REDIRECTS = 10;

/** Texts, and what is XML or JSON below. */
const TEXT: Kind = {
  accept: 'text/html,application/xhtml+xml,text/*;q=0.9,application/xml;q=0.8,*/*;q=0.5',
  types:
    /^(?:$|text\/|message\/|multipart\/related$|application\/(?:[\w.-]+\+)?(?:xml|json|xhtml\+xml|epub\+zip)$|application\/octet-stream$)/,
  longest: LONGEST_PAGE,
};

/** Pictures in the formats that browsers show. */
export const PICTURE: Kind = {
  accept: 'image/avif,image/webp,image/*;q=0.8',
  types: /^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/,
  longest: 10_000_000,
};

/**
 * Fetches a text over HTTP. Redirects are followed, but never to this machine or a private network, except on the host that
 * the address given names there: names are checked when they are resolved, so that none can change in between. Cookies are
 * neither kept nor sent.
 *
 * @throws {WebError} if there is no such page, or it must not be fetched
 * @throws the reason of `signal`, once it is aborted
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage> {
  const patience = AbortSignal.timeout(options.patience ?? PATIENCE);
  const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
  const { hostname } = parsed(address, address);
  const { mayBeLocal = isLocalHost(hostname) } = options;
  let at = address;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const url = parsed(at, address);
      const answer = await ask(url, { ...options, signal }, mayBeLocal && url.hostname === hostname);
      try {
        const { statusCode = 0, statusMessage, headers } = answer;
        const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
        if (!isRedirect) {
          if (statusCode < 200 || statusCode >= 300)
            throw new WebError('status', at, `${statusCode} ${statusMessage ?? ''}`.trim());
          return await pageOf(answer, at, { ...options, signal });
        }
        at = new URL(headers.location!, at).href;
      } finally {
        // The server may go on sending, which would keep the program from ending.
        answer.destroy();
      }
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    if (patience.aborted) throw new WebError('slow', at);
    throw error instanceof WebError ? error : webErrorOf(error, at);
  }
  throw new WebError('redirects', address);
}

function parsed(address: string, from: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new WebError('scheme', url ? address : from);
  return url;
}

async function ask(
  url: URL,
  { language, version, signal, resolve = lookup, kind = TEXT }: FetchOptions,
  mayBeLocal: boolean,
): Promise<IncomingMessage> {
  if (isForbidden(url, mayBeLocal)) throw new WebError('private', url.href);
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const headers = {
    accept: kind.accept,
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': language === 'en' ? 'en' : `${language}, en;q=0.5`,
    'user-agent': `kiosque/${version}`,
  };
  return new Promise((answered, failed) => {
    const sent = request(
      url,
      { headers, lookup: guardedLookup(mayBeLocal, resolve), ...(signal && { signal }) },
      answered,
    );
    sent.on('error', failed);
    sent.end();
  });
}

async function pageOf(
  answer: IncomingMessage,
  address: string,
  { onProgress, signal, kind = TEXT }: FetchOptions,
): Promise<FetchedPage> {
  const [type = '', ...parameters] = (answer.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((each) => /^charset=/i.test(each))
    ?.slice(8)
    .replace(/^"|"$/g, '');
  if (!kind.types.test(type.toLowerCase())) throw new WebError('type', address, type);
  const length = Number(answer.headers['content-length']);
  const total = length > 0 && !answer.headers['content-encoding'] ? length : undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decompressed(answer) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    chunks.push(chunk);
    size += chunk.length;
    if (size > kind.longest) throw new WebError('large', address);
    onProgress?.(size, total);
  }
  // A page whose length is not known seems to end when the connection is cut.
  signal?.throwIfAborted();
  return {
    address: withoutPassword(address),
    type: type.toLowerCase(),
    charset,
    bytes: Buffer.concat(chunks),
  };
}

/** What is typed before the host to log in is not kept. */
function withoutPassword(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.href;
}
