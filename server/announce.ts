import { networkInterfaces } from 'node:os';
import { domainToUnicode } from 'node:url';
import { renderUnicodeCompact } from 'uqr';

/** An interface's address, as `os.networkInterfaces` gives it. */
interface InterfaceAddress {
  address: string;
  family: string;
  internal: boolean;
}

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/**
 * The addresses under which browsers reach this server: on this machine, and on the local network.
 * @param interfaces as the operating system has them now
 */
export function serverAddresses(
  { host, publicOrigin }: { host: string; publicOrigin: string | null },
  port: number,
  interfaces: Record<string, InterfaceAddress[] | undefined> = networkInterfaces(),
): { local: string; lan: string[] } {
  const suffix = port === 80 ? '' : `:${port}`;
  if (publicOrigin !== null)
    return { local: `http://localhost${suffix}`, lan: [readableOrigin(publicOrigin)] };
  if (!EVERYWHERE.has(host)) {
    const named = host.includes(':') ? `[${host}]` : host;
    const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
    return { local: `http://${named}${suffix}`, lan: isLoopback ? [] : [`http://${named}${suffix}`] };
  }
  const outside = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .sort((a, b) => Number(isPrivate(b.address)) - Number(isPrivate(a.address)))
    .map(({ address }) => `http://${address}${suffix}`);
  return { local: `http://localhost${suffix}`, lan: outside };
}

/** An origin as people write it: 学校.example, not xn--…. */
export function readableOrigin(origin: string): string {
  const { protocol, hostname, port } = new URL(origin);
  const name = domainToUnicode(hostname) || hostname;
  return `${protocol}//${name}${port === '' ? '' : `:${port}`}`;
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}

/** What a person who starts the server needs to see: where it is, with a QR code in a terminal. */
export function announcement(addresses: { local: string; lan: string[] }, inTerminal: boolean): string {
  const [first] = addresses.lan;
  const lines = ['', '  Perceptroom is ready.', `  On this computer:    ${addresses.local}`];
  for (const address of addresses.lan) lines.push(`  On the local network: ${address}`);
  if (first && inTerminal)
    lines.push(
      '',
      indent(renderUnicodeCompact(new URL(first).origin)),
      '  Point a phone at it to open it there.',
    );
  return `${lines.join('\n')}\n\n`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
