import v8 from 'node:v8';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collectGarbage } from '../../../src/algorithms/collect-garbage.ts';
import { MemoryAtRest } from '../../../src/commands/reader/memory-at-rest.ts';

describe('a reader at rest', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const opened = () => {
    const collect = vi.fn(async () => {});
    return { collect, memory: new MemoryAtRest(collect) };
  };

  it('collects garbage some seconds after the last frame, once more later, and then no more', () => {
    const { collect, memory } = opened();
    for (let frame = 0; frame < 5; frame++) {
      memory.hasDrawn();
      vi.advanceTimersByTime(5_000);
    }
    expect(collect).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(collect).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(100_000);
    expect(collect).toHaveBeenCalledTimes(2);
    memory.hasDrawn();
    vi.advanceTimersByTime(6_000);
    expect(collect).toHaveBeenCalledTimes(3);
  });

  it('collects none once it is closed', () => {
    const { collect, memory } = opened();
    memory.hasDrawn();
    memory.close();
    memory.hasDrawn();
    vi.advanceTimersByTime(100_000);
    expect(collect).not.toHaveBeenCalled();
  });
});

describe('collecting garbage', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('frees what nothing refers to', () => {
    let big: object | undefined = { numbers: Array.from({ length: 1_000 }, Math.random) };
    const reference = new WeakRef(big);
    big = undefined;
    expect(reference.deref()).toBeDefined();
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      collectGarbage();
      expect(reference.deref()).toBeUndefined();
    });
  });

  it('leaves the flags under which compiled code is cached', () => {
    const flags = vi.spyOn(v8, 'setFlagsFromString');
    collectGarbage();
    expect(flags.mock.calls.map(([flag]) => flag)).toEqual(['--expose-gc', '--no-expose-gc']);
  });

  it('does nothing where the runtime has no such flags', () => {
    vi.spyOn(v8, 'setFlagsFromString').mockImplementation(() => {
      throw new Error('not implemented');
    });
    expect(collectGarbage).not.toThrow();
  });
});
