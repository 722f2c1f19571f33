import { join } from 'node:path';

/** The folder of highlights and notes in the user's data folder. */
export const notesFolder = (data: string): string => join(data, 'notes');
