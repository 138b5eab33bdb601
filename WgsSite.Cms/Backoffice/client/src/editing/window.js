/** Names this window to the server, which says with each event what window it came from. */
export const thisWindow = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const windowHeader = 'Backoffice-Window';
