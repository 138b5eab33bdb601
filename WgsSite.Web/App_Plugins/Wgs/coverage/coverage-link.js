import { html, nothing } from '@umbraco-cms/backoffice/external/lit';

/** A button that looks like a link. @param label What it is read out as, with the place it belongs to. */
export const link = (text, label, act, expanded) =>
  html`<button type="button" class="link" aria-label=${label} aria-expanded=${expanded === undefined ? nothing : String(expanded)} @click=${act}>${text}</button>`;
