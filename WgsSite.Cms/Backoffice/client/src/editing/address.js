/**
 * „Back“ changes the address before anybody is asked. When unsaved text keeps the window where it is, the address becomes
 * that of the open document again.
 */
export function keepAddress() {
  let address = location.href;
  window.addEventListener('changestate', () => (address = location.href));
  window.addEventListener('willchangestate', (event) => {
    if (event.detail.eventName !== 'popstate') return;
    // Once all that listen have been asked. The prototype's own: the client's would ask again.
    queueMicrotask(() => {
      if (event.defaultPrevented) History.prototype.pushState.call(history, {}, '', address);
    });
  });
}
