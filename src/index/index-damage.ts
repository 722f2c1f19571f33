/** The index on disk is not what was written: it is made anew, never trusted. */
export class IndexDamage extends Error {
  override readonly name = 'IndexDamage';
}
