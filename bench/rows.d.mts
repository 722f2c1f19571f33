export const ROWS: number;
export function rowsAt(top: number): string[];
