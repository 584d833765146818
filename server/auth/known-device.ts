import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds that a browser is remembered, counted from its last sign-in: a school year and the holidays after it. */
const REMEMBERED_SECONDS = 400 * 24 * 60 * 60;

/**
 * A cookie that a browser keeps after it has signed in to an account: `random.signature`, signed for that email. It opens nothing; it
 * tells the teacher who comes back from somebody who guesses, whatever address the two share.
 */
export class KnownDevices {
  constructor(
    private readonly secret: string,
    private readonly isSecure: boolean,
  ) {}

  /** What this browser is called for this account, or null where nobody has signed in to it here. */
  read(email: string, cookies: string | null): string | null {
    const name = this.nameFor(email);
    for (const cookie of (cookies ?? '').split(';')) {
      const [key, value = ''] = cookie.trim().split('=', 2);
      if (key !== name) continue;
      const [device = '', signature = ''] = value.split('.', 2);
      const [given, right] = [Buffer.from(signature), Buffer.from(this.sign(email, device))];
      return given.length === right.length && timingSafeEqual(given, right) ? device : null;
    }
    return null;
  }

  /** The Set-Cookie header after a sign-in; `known` keeps its name. */
  remember(email: string, known: string | null): string {
    const device = known ?? randomBytes(16).toString('hex');
    const secure = this.isSecure ? '; Secure' : '';
    return `${this.nameFor(email)}=${device}.${this.sign(email, device)}; Path=/api/auth; Max-Age=${REMEMBERED_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
  }

  private nameFor(email: string): string {
    return `perceptroom.device.${this.hmac(`name ${email}`).slice(0, 12)}`;
  }

  private sign(email: string, device: string): string {
    return this.hmac(`device ${device} ${email}`);
  }

  private hmac(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('hex');
  }
}
