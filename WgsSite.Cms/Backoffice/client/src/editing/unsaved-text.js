import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';

/** Asks before the window is closed or loaded again while something is typed that was not saved. */
export class UnsavedText extends UmbControllerBase {
  #workspace;

  constructor(host, workspace) {
    super(host);
    this.#workspace = workspace;
    window.addEventListener('beforeunload', this.#ask);
  }

  #ask = (event) => {
    if (this.#workspace.getHasUnpersistedChanges?.()) event.preventDefault();
  };

  destroy() {
    window.removeEventListener('beforeunload', this.#ask);
    super.destroy();
  }
}

export { UnsavedText as api };
