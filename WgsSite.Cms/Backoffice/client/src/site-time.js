// Times are those of the site, wherever the editor's computer stands. The zone comes from the index page.
import { fromField, toField } from './editing/wall-time.js';

export const timeZone = document.querySelector('meta[name="backoffice-time-zone"]')?.content || undefined;

/** What a field for date and time shows; empty for no moment. */
export const inField = (moment) => (moment ? toField(new Date(moment), timeZone) : '');

/** The moment that was typed into such a field; none for an empty one. */
export const momentOf = (text) => (text ? fromField(text, timeZone) : undefined);
