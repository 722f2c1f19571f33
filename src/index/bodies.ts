import type { Body } from '../library/article.ts';

/** UTF-16 units kept, 32 to 64 MB: the bodies of some ten thousand articles. */
const MOST = 32 * 1024 * 1024;

/**
 * Bodies that were read to list their articles, kept as far as there is room until they are indexed, so that most files
 * of a library are read once.
 */
export class Bodies {
  private readonly bodies = new Map<string, Body>();
  private room: number;

  constructor(most = MOST) {
    this.room = most;
  }

  add(path: string, body: Body): void {
    if (body.source.length > this.room) return;
    this.room -= body.source.length;
    this.bodies.set(path, body);
  }

  /** The body of the file `path`, given away: it is not kept any longer. Undefined where it is not here. */
  take(path: string): Body | undefined {
    const body = this.bodies.get(path);
    this.bodies.delete(path);
    return body;
  }
}
