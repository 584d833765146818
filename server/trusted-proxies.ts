import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Groups of addresses that have a name. */
const NAMED: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', 'fc00::/7', 'fe80::/10'],
};

/** The proxies whose word counts about who asks: `X-Forwarded-For` of anybody else is a claim. */
export class TrustedProxies {
  private readonly list = new BlockList();

  /**
   * @param written addresses, networks (`10.0.0.0/8`), `loopback` or `private`
   * @throws RangeError with the first entry that is none of them
   */
  constructor(written: readonly string[]) {
    for (const entry of written) for (const one of NAMED[entry] ?? [entry]) this.add(one);
  }

  trusts(address: string): boolean {
    const plain = plainAddress(address);
    return isIP(plain) !== 0 && this.list.check(plain, familyOf(plain));
  }

  /**
   * The address that limits count by: that of the connection, or what a trusted proxy says, read from the end for as long as
   * who says it is trusted. What is no address ends it: the proxy itself counts then.
   */
  addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
    let address = plainAddress(socket.remoteAddress ?? '');
    const claims = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    while (claims.length > 0 && this.trusts(address)) {
      const claimed = plainAddress(claims.pop()!.trim());
      if (isIP(claimed) === 0) break;
      address = claimed;
    }
    return address;
  }

  private add(entry: string): void {
    const [address = '', bits, ...rest] = entry.split('/');
    if (isIP(address) === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits)))
      throw new RangeError(entry);
    const most = isIP(address) === 4 ? 32 : 128;
    if (bits === undefined) this.list.addAddress(address, familyOf(address));
    else if (Number(bits) > most) throw new RangeError(entry);
    else this.list.addSubnet(address, Number(bits), familyOf(address));
  }
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Without a port, brackets, a zone, or the form in which a socket for both families has an IPv4 address. */
function plainAddress(written: string): string {
  const bare = written
    .replace(/^\[([^\]]+)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%[\w.-]+$/, '');
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}
