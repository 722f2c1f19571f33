/** Thrown if the index on disk is not what was written. It is rebuilt then. */
export class IndexDamage extends Error {
  override readonly name = 'IndexDamage';
}

/** Thrown while another process writes the index. */
export class IndexBusy extends Error {
  override readonly name = 'IndexBusy';
}

/** Thrown if the index has changed since the changes were determined. */
export class IndexConflict extends Error {
  override readonly name = 'IndexConflict';
}
