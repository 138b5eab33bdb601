import { loadPreview } from './coverage-api.js';

const DELAY = 150;

/** What readers would see with the value as it is now: asked of the server, a moment after the last change. */
export class Preview {
  #host;
  #question;
  #timer = 0;
  #asking = null;
  #last = null;

  /** @param question What is asked now: the key of the service, the value, and the value as text. */
  constructor(host, question) {
    this.#host = host;
    this.#question = question;
    this.hasFailed = false;
    host.addController(this);
  }

  /** The last answer, even while another one is on its way; null before the first. */
  get last() { return this.#last; }

  /** The answer to the value as it is now; null until it is there. */
  get current() { return this.#last?.text === this.#question().text ? this.#last : null; }

  hostConnected() { this.askSoon(); }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  askSoon() {
    clearTimeout(this.#timer);
    if (this.#host.isConnected) this.#timer = setTimeout(() => this.ask(), DELAY);
  }

  async ask() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    const { serviceKey, value, text } = this.#question();
    try {
      const answer = await loadPreview(serviceKey, value, asking.signal);
      if (asking.signal.aborted) return;
      this.#last = { ...answer, text, byAgs: new Map(answer.places.map((place) => [place.ags, place])) };
      this.hasFailed = false;
    } catch {
      if (asking.signal.aborted) return;
      this.hasFailed = true;
    }
    this.#host.requestUpdate();
  }
}
