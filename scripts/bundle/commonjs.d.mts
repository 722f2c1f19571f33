/** Converts a module that esbuild has split off to CommonJS, and minifies it. */
export function commonjs(text: string, isCommonJsPackage: boolean, target: string): Promise<string>;
