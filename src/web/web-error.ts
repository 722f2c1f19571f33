/**
 * Why a page or a file could not be fetched. `private`: the address leads to this machine or a private network, and was not
 * typed so; `insecure`: it leads from https to http; `damaged`: a file is not as it was published; `no-ranges`: a large file is
 * to be read in parts, and the server sends only whole ones.
 */
export type WebErrorKind =
  | 'scheme'
  | 'private'
  | 'insecure'
  | 'unknown-host'
  | 'refused'
  | 'certificate'
  | 'slow'
  | 'large'
  | 'status'
  | 'redirects'
  | 'type'
  | 'damaged'
  | 'no-ranges'
  | 'broken';

/** A page or a file could not be fetched; `detail` is the server's status, the media type, or the system's word for it. */
export class WebError extends Error {
  override readonly name = 'WebError';
  readonly kind: WebErrorKind;
  readonly address: string;
  readonly detail: string;

  constructor(kind: WebErrorKind, address: string, detail = '') {
    super(`${kind}: ${address} ${detail}`);
    this.kind = kind;
    this.address = address;
    this.detail = detail;
  }
}

/** Codes of Node and OpenSSL for certificates that cannot be trusted. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|SSL/;

/** An error of Node's `http` or `dns`, as a `WebError`. */
export function webErrorOf(error: unknown, address: string): WebError {
  const {
    code = '',
    message = '',
    reason = message,
  } = error as NodeJS.ErrnoException & { readonly reason?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new WebError('unknown-host', address, new URL(address).hostname);
  if (/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET)$/.test(code))
    return new WebError('refused', address, code);
  if (CERTIFICATE.test(code)) return new WebError('certificate', address, reason);
  return new WebError('broken', address, message);
}
