import { html, svg } from '@umbraco-cms/backoffice/external/lit';

export const WORDS = { available: 'verfügbar', onRequest: 'auf Anfrage', notAvailable: 'nicht verfügbar' };

// The site's own three signs. Written out each time: a <use> would be looked for below the backoffice's base address.
const SHAPES = {
  available: svg`<circle cx="12" cy="12" r="10.8" class="sign-yes"/><path d="m6.5 12.5 4 4 7-8.5" class="sign-check"/>`,
  onRequest: svg`<circle cx="12" cy="12" r="10.3" class="sign-ask"/><path d="M8.7 9.4c0-4.6 6.9-4.4 6.7-.3-.2 2.5-3.3 2.4-3.3 5.2" class="sign-question"/><circle cx="12.1" cy="17.7" r="1.7" class="sign-dot"/>`,
  notAvailable: svg`<circle cx="12" cy="12" r="10.3" class="sign-no"/><path d="M7 12h10" class="sign-dash"/>`,
};

export const sign = (status) => html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[status]}</svg>`;

export const signAt = (status, x, y, radius) => svg`<g transform="translate(${x} ${y})"><g class="zoom"><g transform="scale(${radius / 12}) translate(-12 -12)">${SHAPES[status]}</g></g></g>`;

/** Pattern and sign as on the map. */
export const swatch = (status) => html`<svg class="swatch" viewBox="0 0 72 50" aria-hidden="true">
  <path d="M1 1h70v48H1z" class="shape ${status}"/>${signAt(status, 36, 25, 17)}
</svg>`;

/** Patterns are looked up in the document they are used in: one set for the element. */
export const patterns = () => html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
  <pattern id="askfill" width="20" height="20" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h20v20H0z" class="ground"/><path d="M0 0h6v20H0z" class="stripe"/></pattern>
  <pattern id="nofill" width="18" height="18" patternUnits="userSpaceOnUse"><path d="M0 0h18v18H0z" class="ground-no"/><circle cx="5" cy="5" r="2.4" class="dot"/></pattern>
</defs></svg>`;
