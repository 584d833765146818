/** The address that brings a student into the class. */
export function joinAddress(origin: string, code: string): string {
  return `${origin.replace(/\/+$/, '')}/join/${code}`;
}

/** An address for a camera: an international name in the form that every reader of codes understands. */
export function scannedAddress(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}

/** An address as it is written on a board: without the protocol where that is plain http or https. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}

/** Whether only this very computer can open this host. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
