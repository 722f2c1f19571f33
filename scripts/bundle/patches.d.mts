import type { Plugin } from 'esbuild';

export const patches: Plugin[];
/** Yoga's WebAssembly, which its patch reads at run time. */
export function yogaBinary(packages: string): Promise<Buffer>;
