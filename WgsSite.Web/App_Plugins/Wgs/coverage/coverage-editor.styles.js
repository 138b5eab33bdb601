import { css } from '@umbraco-cms/backoffice/external/lit';

// Colours are the client's own, so that its themes hold here too; the yellow of „auf Anfrage“ is the site's in each.
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--uui-color-text);
    --yes: var(--uui-color-positive);
    --on-yes: var(--uui-color-positive-contrast);
    --ask: #ffc233;
    --on-ask: #14302c;
    --ground: var(--uui-color-surface);
    --ink: var(--uui-color-text);
    --line: var(--uui-color-border-emphasis);
    line-height: 1.45;
  }
  h4, p, ul, fieldset, legend { margin: 0; padding: 0; }
  fieldset { border: 0; min-width: 0; }
  ul { list-style: none; }
  .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .patterns { position: absolute; }

  /* Signs and patterns */
  .sign { width: 1.35em; height: 1.35em; flex: none; vertical-align: -0.3em; }
  .sign-yes { fill: var(--yes); stroke: var(--on-yes); stroke-width: 1.2; }
  .sign-check { fill: none; stroke: var(--on-yes); stroke-width: 3; }
  .sign-ask { fill: var(--ask); stroke: var(--on-ask); stroke-width: 1.6; }
  .sign-question { fill: none; stroke: var(--on-ask); stroke-width: 2.5; }
  .sign-dot { fill: var(--on-ask); }
  .sign-no { fill: var(--ground); stroke: var(--ink); stroke-width: 1.6; stroke-dasharray: 3 2; }
  .sign-dash { fill: none; stroke: var(--ink); stroke-width: 3; }
  .ground { fill: var(--ground); }
  .stripe { fill: var(--uui-color-warning-standalone); }
  .ground-no { fill: var(--uui-color-surface-emphasis); }
  .dot { fill: var(--uui-color-text-alt); }
  .shape { stroke: var(--ink); stroke-width: 2; stroke-linejoin: round; }
  .shape.available { fill: var(--yes); }
  .shape.onRequest { fill: url(#askfill); }
  .shape.notAvailable { fill: url(#nofill); }
  .shape.none { fill: var(--uui-color-disabled); stroke: var(--line); }

  /* Numbers and tools */
  .top { display: flex; flex-wrap: wrap; gap: var(--uui-size-space-4) var(--uui-size-space-6); align-items: start; justify-content: space-between; margin-bottom: var(--uui-size-space-5); }
  .numbers { flex: 1 1 22rem; }
  .numbers .figure { font-size: 1.15em; }
  .numbers .small, .small { font-size: 0.93em; color: var(--uui-color-text-alt); }
  .tools { display: flex; flex-wrap: wrap; gap: var(--uui-size-space-2); }
  .hint { display: flex; flex-wrap: wrap; gap: var(--uui-size-space-3); align-items: center; padding: var(--uui-size-space-3) var(--uui-size-space-4); margin-bottom: var(--uui-size-space-4); border: 1px solid var(--line); border-inline-start: 6px solid var(--line); border-radius: var(--uui-border-radius); background: var(--uui-color-surface-alt); }
  .hint p { flex: 1 1 16rem; }
  .hint.fault { border-color: var(--uui-color-danger-standalone); }

  /* Map and list */
  .parts { display: grid; gap: var(--uui-size-space-6); grid-template-columns: minmax(0, 1fr); }
  .map { display: block; width: 100%; max-width: 44rem; height: auto; max-height: 34rem; }
  .map .place { cursor: pointer; }
  :host([readonly]) .map .place { cursor: default; }
  .map .name { font-weight: 700; text-anchor: middle; paint-order: stroke; stroke-linejoin: round; stroke-width: 7; fill: var(--ink); stroke: var(--ground); pointer-events: none; }
  .map .few { display: none; }
  .map .name.available { fill: var(--on-yes); stroke: var(--yes); }
  .map .signs { pointer-events: none; }
  .map .chosen { fill: none; pointer-events: none; stroke-linejoin: round; }
  .map .chosen.outer { stroke: var(--ink); stroke-width: 11; }
  .map .chosen.inner { stroke: var(--ask); stroke-width: 5; }
  .said { min-height: 1.45em; font-weight: 700; }
  .legend { display: flex; flex-wrap: wrap; gap: var(--uui-size-space-2) var(--uui-size-space-5); margin: var(--uui-size-space-3) 0; }
  .legend li { display: flex; gap: var(--uui-size-space-2); align-items: center; }
  .swatch { width: 3rem; height: 2.1rem; }

  .kreis { border: 1px solid var(--line); border-radius: var(--uui-border-radius); margin-bottom: var(--uui-size-space-5); }
  .kreis > .row.head { background: var(--uui-color-surface-alt); border-radius: var(--uui-border-radius) var(--uui-border-radius) 0 0; border-top: 0; }
  .row { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--uui-size-space-1) var(--uui-size-space-4); padding: var(--uui-size-space-3) var(--uui-size-space-4); border-top: 1px solid var(--uui-color-border-standalone); align-items: center; }
  .row.chosen { box-shadow: inset 6px 0 0 var(--uui-color-focus); }
  .row h4 { font-size: 1.1em; line-height: 1.3; }
  .row .more { grid-column: 1 / -1; display: grid; gap: var(--uui-size-space-2); }
  .row .line, .row .actions { display: flex; flex-wrap: wrap; gap: 0 var(--uui-size-space-4); align-items: center; }
  .flats { color: var(--uui-color-text-alt); font-weight: 400; }
  .origin { font-size: 0.93em; color: var(--uui-color-text-alt); }
  .origin.own { color: var(--uui-color-text); font-weight: 700; }
  .exception { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--uui-size-space-2) var(--uui-size-space-4); align-items: center; padding-inline-start: var(--uui-size-space-4); border-inline-start: 3px solid var(--line); }
  .unknown code { overflow-wrap: anywhere; }

  button.place, button.link { font: inherit; color: inherit; background: none; border: 0; padding: 2px 4px; margin: -2px -4px; border-radius: var(--uui-border-radius); text-align: start; cursor: pointer; }
  button.place { display: inline-flex; gap: var(--uui-size-space-2); align-items: start; font-weight: 700; font-size: 1.07em; min-height: 28px; }
  button.place:hover, button.link:hover { background: var(--uui-color-surface-emphasis); }
  button.link { text-decoration: underline; text-underline-offset: 3px; color: var(--uui-color-interactive); font-size: 0.95em; min-height: 28px; }
  button:focus-visible, input:focus-visible, textarea:focus-visible { outline: 3px solid var(--uui-color-focus); outline-offset: 2px; }
  button:disabled { cursor: default; }

  /* Three states in words. The chosen one is filled and has its dot; what is inherited is dashed. */
  .states { display: flex; flex-wrap: wrap; gap: var(--uui-size-space-1); }
  .states label { position: relative; display: inline-flex; gap: 6px; align-items: center; padding: 5px 9px 5px 7px; min-height: 32px; box-sizing: border-box; border: 2px solid transparent; border-radius: 999px; cursor: pointer; white-space: nowrap; }
  .states label:hover { background: var(--uui-color-surface-emphasis); }
  .states label.on { border-color: var(--ink); font-weight: 700; background: var(--uui-color-surface); }
  .states label.on.inherited { border-style: dashed; border-color: var(--uui-color-text-alt); font-weight: 400; }
  .states label:focus-within { outline: 3px solid var(--uui-color-focus); outline-offset: 2px; }
  .states input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: inherit; }
  :host([readonly]) .states label { cursor: default; }
  :host([readonly]) .states label:not(.on) { display: none; }

  .note { display: grid; gap: 4px; max-width: 40rem; }
  .note input { font: inherit; color: inherit; background: var(--uui-color-surface); border: 1px solid var(--line); border-radius: var(--uui-border-radius); padding: 8px 10px; min-height: 40px; box-sizing: border-box; width: 100%; }
  .codes { display: flex; flex-wrap: wrap; gap: var(--uui-size-space-2); align-items: center; }

  /* On a small map, few names in a size that can be read, as on the public one. */
  .where { container: where / inline-size; }
  @container where (width < 34rem) {
    .map .all { display: none; }
    .map .few { display: initial; }
    .map .signs .zoom { transform: scale(1.5); }
    .map .name.few { stroke-width: 10; }
  }
  @container (width >= 34rem) {
    .row { grid-template-columns: minmax(min-content, 1fr) minmax(0, auto); }
  }
  @container (width >= 44rem) {
    /* Numbers and „Rückgängig“ stay in sight. The client's scrolled area has a margin of its own above. */
    .top { position: sticky; top: calc(-1 * var(--uui-size-layout-1)); z-index: 2; background: var(--uui-color-surface); padding: var(--uui-size-space-4) 0; border-bottom: 1px solid var(--uui-color-border-standalone); }
    /* What gets the focus is not to be hidden beneath it. */
    .list :is(button, input) { scroll-margin-top: 7rem; }
  }
  @container (width >= 54rem) {
    .parts { grid-template-columns: minmax(0, 2fr) minmax(32rem, 3fr); }
    .where { position: sticky; top: 4.5rem; align-self: start; }
    .map { max-height: min(34rem, 55vh); }
  }
  @media (prefers-reduced-motion: no-preference) {
    .states label, .shape { transition: background 120ms, border-color 120ms; }
  }
`;
