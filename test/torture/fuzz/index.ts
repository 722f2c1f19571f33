export { mutated } from './mutate.ts';
export { TARGETS } from './targets.ts';
