const narrow = matchMedia('(max-width: 799px)');

/** The media's first page is the list of files; the tree beside it holds folders only. */
const isPage = () => /\/(workspace|dashboard)\/|\/section\/media(\/|$)/.test(location.pathname);

/**
 * On a small screen, tree and page take turns: the tree is there until a page is opened, and comes back by its button.
 * The one that is out of sight has no slot in the split panel; it stays where it is, with all that was typed.
 */
export class TreeDrawer {
  #host;
  #address = location.pathname;
  #open = !isPage();

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  get isNarrow() {
    return narrow.matches;
  }

  get isOpen() {
    return this.#open;
  }

  get treeSlot() {
    return !this.isNarrow || this.#open ? 'start' : 'out-of-sight';
  }

  get pageSlot() {
    // A section without a tree is its page.
    return this.isNarrow && this.#open && this.#host._sidebarApps?.length > 0 ? 'out-of-sight' : 'end';
  }

  toggle = () => {
    this.#open = !this.#open;
    this.#host.requestUpdate();
  };

  hostConnected() {
    narrow.addEventListener('change', this.#update);
    window.addEventListener('changestate', this.#follow);
  }

  hostDisconnected() {
    narrow.removeEventListener('change', this.#update);
    window.removeEventListener('changestate', this.#follow);
  }

  #update = () => this.#host.requestUpdate();

  #follow = () => {
    if (location.pathname === this.#address) return;
    this.#address = location.pathname;
    this.#open = !isPage();
    this.#update();
  };
}
