import type { Plugin } from 'esbuild';

export const patches: Plugin[];
/** Yoga's WebAssembly, which the patched module reads at run time. */
export function yogaBinary(packages: string): Promise<Buffer>;
