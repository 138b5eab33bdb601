import { html, svg, nothing } from '@umbraco-cms/backoffice/external/lit';
import { signAt } from './coverage-signs.js';

const name = (outline, at, group) =>
  (at ? svg`<text class="name ${group} ${group === 'all' ? (outline.status ?? 'none') : ''}" x=${at.x} y=${at.baseline} font-size=${at.size}>${outline.name}</text>` : nothing);

/**
 * The map, for the pointer. The list says and does the same for keyboard and screen reader, so the map is hidden from them.
 * @param region What the server draws.
 * @param stateOf Status of a place by its AGS; null for one without a page.
 * @param chosen AGS of the place under the pointer or in focus.
 * @param act What a click does, and what pointing at a place does.
 */
export const map = (region, stateOf, chosen, act) => {
  const outlines = region.outlines.map((outline) => ({ ...outline, status: stateOf(outline.ags) }));
  const marked = outlines.find((outline) => outline.ags === chosen);
  return html`<svg class="map" viewBox=${region.viewBox} aria-hidden="true" @pointerleave=${() => act.point(null)}>
    ${outlines.map((outline) => (outline.status
      ? svg`<path class="shape place ${outline.status}" data-ags=${outline.ags} d=${outline.path} @click=${() => act.click(outline.ags)} @pointerenter=${() => act.point(outline.ags)}><title>${outline.name}</title></path>`
      : svg`<path class="shape none" d=${outline.path}><title>${outline.name}</title></path>`))}
    ${marked ? svg`<path class="chosen outer" d=${marked.path}/><path class="chosen inner" d=${marked.path}/>` : nothing}
    <g class="signs">${outlines.map((outline) => (outline.status ? signAt(outline.status, outline.x, outline.y, region.sign) : nothing))}</g>
    ${outlines.map((outline) => name(outline, outline.label, 'all'))}
    ${outlines.map((outline) => (outline.isMain || outline.ags === chosen ? name(outline, outline.fewLabel, 'few') : nothing))}
  </svg>`;
};
