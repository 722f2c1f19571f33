import { defineConfig } from 'vitest/config';

/**
 * `unit` is quick and pure; `pty` drives the built program on a real pseudo-terminal; `torture` tries to hurt it, with a
 * sample of its cases unless `TORTURE=all`; `soak` looks for growth over a long session, if `SOAK` is set.
 */
export default defineConfig({
  // As the program is built: tests may ask for React as it is in production.
  oxc: { jsx: { development: false } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/seed.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'torture',
          include: ['test/torture/**/*.test.ts'],
          // All cases of a kind are one test, which takes long on a machine that is busy.
          testTimeout: process.env.TORTURE ? 3_600_000 : 600_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      ...(process.env.SOAK
        ? [{ test: { name: 'soak', include: ['test/soak/**/*.test.ts'], testTimeout: 1_200_000 } }]
        : []),
      {
        test: {
          name: 'pty',
          include: ['test/pty/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
