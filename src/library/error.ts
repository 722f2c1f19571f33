/** A path given by a person that cannot be read. The commands word it. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  readonly kind: 'missing' | 'unreadable' | 'special' | 'binary' | 'empty' | 'too-large';
  readonly path: string;

  constructor(kind: LibraryError['kind'], path: string, options?: ErrorOptions) {
    super(`${kind}: ${path}`, options);
    this.kind = kind;
    this.path = path;
  }
}
