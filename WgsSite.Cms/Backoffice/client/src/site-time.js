// Times are those of the site, wherever the editor's computer stands. The zone comes from the index page.
import { fromField, toField } from './editing/wall-time.js';

export const timeZone = document.querySelector('meta[name="backoffice-time-zone"]')?.content || undefined;

const list = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone });

/** A moment as lists show it; empty for none. */
export const inList = (moment) => (moment ? list.format(new Date(moment)) : '');

/** What a field for date and time shows; empty for no moment. */
export const inField = (moment) => (moment ? toField(new Date(moment), timeZone) : '');

/** The moment that was typed into such a field; none for an empty one. */
export const momentOf = (text) => (text ? fromField(text, timeZone) : undefined);
