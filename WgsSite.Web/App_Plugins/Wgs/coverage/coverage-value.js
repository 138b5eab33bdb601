// The stored value and what can be done to it. Every function returns a new value and keeps whatever it does not know:
// more members of the value or of an entry, and entries it cannot read.
// Which entry decides is asked here only for an answer without delay; the server's answer replaces it.

export const STATUSES = ['available', 'onRequest', 'notAvailable'];
export const DEFAULT_STATUS = 'onRequest';

export const areaOf = {
  kreis: (code) => `kreis:${code}`,
  place: (ags) => `ags:${ags}`,
  code: (code, ags) => `plz:${code}@${ags}`,
};

const wider = (area) => {
  if (area.startsWith('plz:')) return areaOf.place(area.slice(area.indexOf('@') + 1));
  if (area.startsWith('ags:')) return areaOf.kreis(area.slice(4, 9));
  return null;
};

export const isReadable = (value) => value === undefined || value === null || value === '' || (typeof value === 'object' && Array.isArray(value.entries));

export const entriesOf = (value) => (Array.isArray(value?.entries) ? value.entries : []);

export const isSound = (entry) => typeof entry?.area === 'string' && STATUSES.includes(entry.status);

/** The entry of an area, or undefined. Of two for the same area the first counts, as on the server. */
export const entryOf = (value, area) => entriesOf(value).find((entry) => isSound(entry) && entry.area === area);

/** The entry that decides for an area: its own, or that of the next wider one. */
export const deciding = (value, area) => {
  for (let current = area; current; current = wider(current)) {
    const entry = entryOf(value, current);
    if (entry) return entry;
  }
  return undefined;
};

export const statusOf = (value, area) => deciding(value, area)?.status ?? DEFAULT_STATUS;

/** What counts for a whole place: the worst among its postal codes. */
export const worstOf = (value, place) => {
  const areas = place.postalCodes.length > 0 ? place.postalCodes.map((code) => areaOf.code(code, place.ags)) : [areaOf.place(place.ags)];
  return areas.map((area) => statusOf(value, area)).sort((a, b) => STATUSES.indexOf(b) - STATUSES.indexOf(a))[0];
};

/** An empty value is no value, so that a field nobody touched stays empty. */
const withEntries = (value, entries) => {
  const rest = typeof value === 'object' && value !== null ? value : {};
  return entries.length === 0 && Object.keys(rest).every((name) => name === 'entries') ? undefined : { ...rest, entries };
};

export const removeWhere = (value, test) => withEntries(value, entriesOf(value).filter((entry, index) => !test(entry, index)));

export const remove = (value, area) => removeWhere(value, (entry) => isSound(entry) && entry.area === area);

const put = (value, area, change) => {
  const entries = entriesOf(value);
  const own = entryOf(value, area);
  return withEntries(value, own
    ? entries.map((entry) => (entry === own ? { ...entry, ...change } : entry))
    : [...entries, { area, status: statusOf(value, area), note: null, ...change }]);
};

/** Takes an entry back out that says what holds without it; with a note, or more than we know of, it stays. */
export const tidy = (value, area) => {
  const own = entryOf(value, area);
  if (!own || own.note || Object.keys(own).some((name) => !['area', 'status', 'note'].includes(name))) return value;
  const without = remove(value, area);
  const above = wider(area) && deciding(without, wider(area));
  return !above?.note && (above?.status ?? DEFAULT_STATUS) === own.status ? without : value;
};

export const setStatus = (value, area, status) => tidy(put(value, area, { status }), area);

/** An exception is made on purpose: it stays even while it says the same. */
export const addException = (value, area, status) => put(value, area, { status });

export const setNote = (value, area, note) => put(value, area, { note: note === '' ? null : note });

export const next = (status) => STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length];
