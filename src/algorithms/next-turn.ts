/** Resolves in the next turn of the event loop: what has happened by then, such as input, is handled before. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
