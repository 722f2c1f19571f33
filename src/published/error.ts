/** Files of a published library that cannot be used. The commands word it. */
export class PublishedError extends Error {
  override readonly name = 'PublishedError';
  /** `damaged`: not as they were published; `newer`: of a version that this program does not know. */
  readonly kind: 'damaged' | 'newer';

  /** @param what  names what is wrong, for whoever looks into it */
  constructor(kind: PublishedError['kind'], what: string, options?: ErrorOptions) {
    super(`${kind}: ${what}`, options);
    this.kind = kind;
  }
}

/** Says that a file of a published library is not as it was published. */
export function damaged(what: string, cause?: unknown): never {
  throw new PublishedError('damaged', what, { cause });
}

/**
 * Runs code that trusts the bytes it reads: places outside of them, to which bytes from a host may point, are damage.
 *
 * @throws {PublishedError}
 */
export function readingDamage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      damaged('bytes point outside of a file', error);
    throw error;
  }
}
