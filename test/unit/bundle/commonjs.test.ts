import { describe, expect, it } from 'vitest';
import { commonjs } from '../../../scripts/bundle/commonjs.mjs';

/** The exports of an ES module, as it is after the conversion. */
async function exportsOf(text: string): Promise<Record<string, unknown>> {
  const module = { exports: {} };
  const code = await commonjs(text, { isCommonJsPackage: false, target: 'node20.19', isStart: false });
  new Function('module', code)(module);
  return module.exports;
}

const isGetter = (exports: object, name: string): boolean =>
  Object.getOwnPropertyDescriptor(exports, name)?.get !== undefined;

describe('a module in CommonJS', () => {
  it('exports functions and classes as they are, and other variables by getters', async () => {
    const exports = await exportsOf(`var count = 0;
function next() {
  return (count += 1);
}
var Counter = class {
  value = 1;
};
var half = (n) => n / 2;
export {
  Counter,
  count as a,
  half,
  next as b
};
`);
    expect(Object.keys(exports)).toEqual(['Counter', 'a', 'half', 'b']);
    expect(['Counter', 'a', 'half', 'b'].filter((name) => isGetter(exports, name))).toEqual(['a']);
    const { b: next } = exports as { b: () => number };
    expect([exports.a, next(), exports.a]).toEqual([0, 1, 1]);
  });

  it('exports by a getter a variable that is set when it is first needed', async () => {
    const exports = await exportsOf(`var table;
function fill() {
  table = [1];
}
export {
  fill,
  table
};
`);
    const { fill } = exports as { fill: () => void };
    fill();
    expect(exports.table).toEqual([1]);
  });
});
