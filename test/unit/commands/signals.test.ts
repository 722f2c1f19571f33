import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { Signals } from '../../../src/commands/reader/signals.ts';

it('does not stop the reader on Windows, which has no such signal, but draws it again', () => {
  const told: string[] = [];
  const program = Object.assign(new EventEmitter(), {
    pid: 7,
    platform: 'win32' as const,
    kill: () => {
      throw new Error('Unknown signal: SIGTSTP');
    },
  });
  const signals = new Signals(program as unknown as NodeJS.Process, {
    release: () => told.push('release'),
    take: () => told.push('take'),
    end: () => told.push('end'),
  });
  signals.suspend();
  expect(told).toEqual(['release', 'take']);
  signals.close();
  expect(program.eventNames()).toEqual([]);
});
