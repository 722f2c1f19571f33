/** Converts a module that esbuild has split off to CommonJS, and minifies it. */
export function commonjs(
  text: string,
  options: {
    /** All of it is a package in CommonJS. */
    isCommonJsPackage: boolean;
    target: string;
    /** Every start runs it. */
    isStart: boolean;
  },
): Promise<string>;
