/** The network that the test makes for itself, of addresses that are kept for such tests (RFC 2544). */

/** Where the students of the links are. */
export const STUDENTS_ADDRESS = '198.18.0.1';
/** Where the others, who have a line of their own, find the server. */
export const QUIET_SERVER = '198.19.0.1';
export const QUIET_ADDRESS = '198.19.0.2';
/** The server as a link (from 1) reaches it: the address says which link a frame is of. */
export const serverOnLink = (link: number) => `198.18.${link}.1`;

/** What a tap puts before each frame: the header of virtio-net, of zeros. */
const TAP_HEADER = 10;
const ETHERTYPE_AT = TAP_HEADER + 12;
const SOURCE_AT = TAP_HEADER + 26;
const IPV4 = 0x0800;

/** The link of a frame as a tap gives it; null: of none (who has which address, say). `isUp`: from a student. */
export function linkOf(frame: Buffer, isUp: boolean): number | null {
  if (frame.length < SOURCE_AT + 8 || frame.readUInt16BE(ETHERTYPE_AT) !== IPV4) return null;
  return frame[SOURCE_AT + (isUp ? 4 : 0) + 2]!;
}
