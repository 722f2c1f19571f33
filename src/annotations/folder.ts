import { join } from 'node:path';

/** The folder of highlights and notes in the user's data folder. */
export const notesFolder = (data: string): string => join(data, 'notes');

/** The folder of notes that are being written, beside it. */
export const draftsFolder = (data: string): string => join(data, 'drafts');
