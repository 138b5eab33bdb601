/** The time the clocks of a zone show at a moment, as a field for date and time holds it: `2026-07-03T08:00`. */
export function toField(moment, timeZone) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The moment at which the clocks of a zone show a time. An hour that comes twice is taken for the first one; in the hour
 * that is left out in spring, for the time an hour later.
 */
export function fromField(text, timeZone) {
  const asUtc = Date.parse(`${text.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const day = 86_400_000;
  const offsetAt = (time) => Date.parse(`${toField(new Date(time), timeZone)}:00Z`) - time;
  const [first, second] = [asUtc - offsetAt(asUtc - day), asUtc - offsetAt(asUtc + day)];
  return new Date([first, second].find((time) => toField(new Date(time), timeZone) === text.slice(0, 16)) ?? first);
}
