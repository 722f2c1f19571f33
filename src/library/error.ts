/** A path that the user gave and that cannot be opened as an article. The commands word it. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  /** `damaged`: not a file of the kind that its name says; `too-much`: what is packed in it is
   * too large; `encrypted`: protected, so that only some programs can read it; `unconverted`: the
   * program of the settings failed, with the reason as the cause. */
  readonly kind:
    | 'missing'
    | 'unreadable'
    | 'special'
    | 'binary'
    | 'empty'
    | 'too-large'
    | 'too-much'
    | 'damaged'
    | 'encrypted'
    | 'unconverted';
  readonly path: string;

  /** @param options.cause  the system's error; needed for `unreadable`, whose message gives it as the reason */
  constructor(kind: LibraryError['kind'], path: string, options?: ErrorOptions) {
    super(`${kind}: ${path}`, options);
    this.kind = kind;
    this.path = path;
  }
}

/** Codes of system errors that mean there is no such file; a name that is too long is the name of none. */
const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

/** The error for a path whose file could not be opened or examined because of the system error `cause`. */
export function systemLibraryError(path: string, cause: unknown): LibraryError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new LibraryError(MISSING.has(code) ? 'missing' : 'unreadable', path, { cause });
}
