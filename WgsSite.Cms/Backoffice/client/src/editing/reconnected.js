/** Calls back when the server can tell again what others do, after a time in which it could not. */
export function onReconnected(controller, serverEvents, act) {
  let wasLost = false;
  controller.observe(serverEvents.isConnected, (isConnected) => {
    if (isConnected && wasLost) act();
    wasLost = isConnected === false;
  }, 'reconnected');
}
