import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_ACTION_EVENT_CONTEXT } from '@umbraco-cms/backoffice/action';
import { UmbRequestReloadChildrenOfEntityEvent, UmbRequestReloadStructureForEntityEvent } from '@umbraco-cms/backoffice/entity-action';
import { UMB_SECTION_SIDEBAR_MENU_GLOBAL_CONTEXT } from '@umbraco-cms/backoffice/menu';
import { UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT } from '@umbraco-cms/backoffice/management-api';
import { onReconnected } from './reconnected.js';
import { thisWindow } from './window.js';

/** Trees that others change: source of the event → kind of item. */
const kinds = { 'Umbraco:CMS:Document': 'document', 'Umbraco:CMS:Media': 'media' };

/** Keeps the tree of this window as others leave it. The client only does so for what it changed itself. */
export class TreeUpdates extends UmbControllerBase {
  #actions;
  /** Branches that were open once: their children were loaded, and are kept when they are closed. */
  #opened = new Map();
  #waiting = new Map();
  #timer;

  constructor(host) {
    super(host);
    this.consumeContext(UMB_ACTION_EVENT_CONTEXT, (context) => (this.#actions = context));
    this.consumeContext(UMB_SECTION_SIDEBAR_MENU_GLOBAL_CONTEXT, (context) => {
      if (context) this.observe(context.expansion.expansion, (open) => open.forEach((entry) => this.#opened.set(`${entry.entityType}${entry.unique}`, entry)), 'opened');
    });
    this.consumeContext(UMB_MANAGEMENT_API_SERVER_EVENT_CONTEXT, (context) => {
      if (!context) return;
      this.observe(context.events, (event) => this.#take(event), 'events');
      onReconnected(this, context, () => this.#catchUp());
    });
  }

  #take(event) {
    const kind = kinds[event.eventSource];
    if (!kind || event.window === thisWindow) return;
    for (const parent of event.parents ?? []) this.#wait(parent ? { entityType: kind, unique: parent } : { entityType: `${kind}-root`, unique: null }, true);
    this.#wait({ entityType: kind, unique: event.key }, false);
    if (event.eventType === 'Trashed' || event.eventType === 'Deleted') this.#wait({ entityType: `${kind}-recycle-bin-root`, unique: null }, true);
  }

  /** What happened while nobody could tell: every branch that was loaded may have changed. */
  #catchUp() {
    for (const kind of Object.values(kinds)) {
      this.#wait({ entityType: `${kind}-root`, unique: null }, true);
      this.#wait({ entityType: `${kind}-recycle-bin-root`, unique: null }, true);
    }
    for (const { entityType, unique } of this.#opened.values()) if (unique) this.#wait({ entityType, unique }, true);
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
