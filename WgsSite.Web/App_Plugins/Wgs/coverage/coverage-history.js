// Steps back and forth. Values are never changed in place, so a step is the value that was there before.

const MOST_STEPS = 200;

export class History {
  #back = [];
  #forth = [];
  #lastKind = null;

  get canUndo() { return this.#back.length > 0; }
  get canRedo() { return this.#forth.length > 0; }

  /** @param kind Steps of the same kind in a row are one: what is typed into one note. Null never joins. */
  add(before, kind = null) {
    if (kind === null || kind !== this.#lastKind) this.#back.push(before);
    if (this.#back.length > MOST_STEPS) this.#back.shift();
    this.#forth = [];
    this.#lastKind = kind;
  }

  undo(current) {
    this.#forth.push(current);
    this.#lastKind = null;
    return this.#back.pop();
  }

  redo(current) {
    this.#back.push(current);
    this.#lastKind = null;
    return this.#forth.pop();
  }

  clear() {
    this.#back = [];
    this.#forth = [];
    this.#lastKind = null;
  }
}
