import { EventEmitter } from 'node:events';

/** A terminal's input that a test feeds by emitting `data`. */
export const fakeStdin = (): NodeJS.ReadStream =>
  Object.assign(new EventEmitter(), {
    setEncoding() {},
    setRawMode() {},
    ref() {},
    unref() {},
    resume() {},
    pause() {},
  }) as unknown as NodeJS.ReadStream;
