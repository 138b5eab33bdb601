import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_ACTION_EVENT_CONTEXT } from '@umbraco-cms/backoffice/action';
import { UmbRequestReloadChildrenOfEntityEvent, UmbRequestReloadStructureForEntityEvent } from '@umbraco-cms/backoffice/entity-action';
import { UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT } from '@umbraco-cms/backoffice/management-api';
import { thisWindow } from './window.js';

/** Trees that others change: source of the event → kind of item. */
const kinds = { 'Umbraco:CMS:Document': 'document', 'Umbraco:CMS:Media': 'media' };

/** Keeps the tree of this window as others leave it. The client only does so for what it changed itself. */
export class TreeUpdates extends UmbControllerBase {
  #actions;
  #waiting = new Map();
  #timer;

  constructor(host) {
    super(host);
    this.consumeContext(UMB_ACTION_EVENT_CONTEXT, (context) => (this.#actions = context));
    this.consumeContext(UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT, (context) => {
      if (context) this.observe(context.events, (event) => this.#take(event), 'events');
    });
  }

  #take(event) {
    const kind = kinds[event.eventSource];
    if (!kind || event.window === thisWindow) return;
    for (const parent of event.parents ?? []) this.#wait(parent ? { entityType: kind, unique: parent } : { entityType: `${kind}-root`, unique: null }, true);
    this.#wait({ entityType: kind, unique: event.key }, false);
    if (event.eventType === 'Trashed' || event.eventType === 'Deleted') this.#wait({ entityType: `${kind}-recycle-bin-root`, unique: null }, true);
  }

  /** Saving and publishing are two events, a sorted list is many: the tree is asked to load once. */
  #wait(entity, children) {
    this.#waiting.set(`${entity.entityType}${entity.unique}${children}`, { entity, children });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const { entity, children } of this.#waiting.values())
        this.#actions?.dispatchEvent(children ? new UmbRequestReloadChildrenOfEntityEvent(entity) : new UmbRequestReloadStructureForEntityEvent(entity));
      this.#waiting.clear();
    }, 150);
  }

  destroy() {
    clearTimeout(this.#timer);
    super.destroy();
  }
}

export { TreeUpdates as api };
