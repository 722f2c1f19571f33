/** The share of the work from which on the rest can be told, and the milliseconds. */
const SHARE = 0.02;
const TIME = 500;

/**
 * The seconds that work will still take if it goes on as fast; undefined as long as too little is done to tell.
 *
 * @param share  of the work that is done, from 0 to 1
 * @param elapsed  milliseconds
 */
export const timeLeft = (share: number, elapsed: number): number | undefined =>
  share < SHARE || elapsed < TIME ? undefined : Math.ceil((elapsed * (1 / share - 1)) / 1000);
