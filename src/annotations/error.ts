/** A file of annotations whose content is not what the program writes. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
  readonly path: string;

  constructor(path: string) {
    super(`damaged: ${path}`);
    this.path = path;
  }
}
