/** Thrown if the index on disk is not what was written. It is rebuilt then. */
export class IndexDamage extends Error {
  override readonly name = 'IndexDamage';
}
