import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openOutput } from '../../../src/cli/output.ts';

describe('openOutput', () => {
  const slow = { write: vi.fn() } as unknown as NodeJS.WriteStream;
  /** The output to a path, and whether it is Node's stream. */
  const opened = (path: string) => {
    const descriptor = openSync(path, 'w');
    onTestFinished(() => closeSync(descriptor));
    const openSlow = vi.fn(() => slow);
    const output = openOutput(descriptor, openSlow, (error) => {
      throw error;
    });
    return { output, openSlow };
  };

  it('writes to files at once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kiosque-output-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'text');
    const { output, openSlow } = opened(path);
    const onWritten = vi.fn();
    output.write('été\n', onWritten);
    expect(readFileSync(path, 'utf8')).toBe('été\n');
    expect(onWritten).toHaveBeenCalledOnce();
    expect(openSlow).not.toHaveBeenCalled();
  });

  it.skipIf(process.platform === 'win32')('needs no stream of Node for the null device', () => {
    const { output, openSlow } = opened('/dev/null');
    output.write('text');
    expect(output.isTTY).toBe(false);
    expect(openSlow).not.toHaveBeenCalled();
  });

  it.skipIf(process.platform !== 'linux')('leaves other devices to Node, which may be terminals', () => {
    const { output } = opened('/dev/full');
    expect(output).toBe(slow);
  });
});
