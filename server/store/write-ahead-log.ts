/** What SQLite will make of a log when it next opens the database (https://sqlite.org/fileformat2.html#walformat). */
export interface LogReading {
  /** Transactions that are whole. */
  commits: number;
  /** Bytes behind the last whole transaction that were written after it and will be dropped. */
  droppedBytes: number;
  /** Whole transactions among them, cut off by damage in front of them: they may have been acknowledged. */
  droppedCommits: number;
}

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
const NOTHING: LogReading = { commits: 0, droppedBytes: 0, droppedCommits: 0 };

/** Reads a log as recovery does: frame after frame, as long as salt and chained checksum are right; only whole transactions count. */
export function readLog(bytes: Uint8Array): LogReading {
  if (bytes.length === 0) return NOTHING;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const all = { ...NOTHING, droppedBytes: bytes.length };
  if (bytes.length < HEADER_BYTES || view.getUint32(0) >>> 1 !== MAGIC >>> 1) return all;
  const littleEndian = (view.getUint32(0) & 1) === 0;
  const pageBytes = view.getUint32(8) === 1 ? 65_536 : view.getUint32(8);
  let sum = checksum(view, 0, 24, [0, 0], littleEndian);
  if (sum[0] !== view.getUint32(24) || sum[1] !== view.getUint32(28)) return all;
  const salts = [view.getUint32(16), view.getUint32(20)];
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  let sound = true;
  let commits = 0;
  let droppedBytes = 0;
  let droppedCommits = 0;
  for (let at = HEADER_BYTES; at < bytes.length; at += frameBytes) {
    const whole = at + frameBytes <= bytes.length;
    const origin = originOf(view, at, salts);
    if (sound && whole && origin === 'this log') {
      sum = checksum(view, at, 8, sum, littleEndian);
      sum = checksum(view, at + FRAME_HEADER_BYTES, pageBytes, sum, littleEndian);
      sound = sum[0] === view.getUint32(at + 16) && sum[1] === view.getUint32(at + 20);
    } else sound = false;
    const isCommit = whole && origin === 'this log' && view.getUint32(at + 4) !== 0;
    if (sound && isCommit) {
      commits += 1;
      droppedBytes = 0;
      continue;
    }
    // What an earlier log has left behind is no loss: it is in the database.
    if (origin !== 'an earlier log') droppedBytes += Math.min(frameBytes, bytes.length - at);
    if (isCommit) droppedCommits += 1;
  }
  return { commits, droppedBytes, droppedCommits };
}

/** Whose frame it is, by its salts; one that was never filled has none. */
function originOf(
  view: DataView,
  at: number,
  salts: readonly number[],
): 'this log' | 'an earlier log' | 'nowhere' {
  if (at + 16 > view.byteLength) return 'nowhere';
  const own = [view.getUint32(at + 8), view.getUint32(at + 12)];
  if (own[0] === salts[0] && own[1] === salts[1]) return 'this log';
  return own[0] === 0 && own[1] === 0 ? 'nowhere' : 'an earlier log';
}

function checksum(
  view: DataView,
  from: number,
  length: number,
  [first, second]: readonly [number, number],
  littleEndian: boolean,
): [number, number] {
  let one = first;
  let other = second;
  for (let at = from; at < from + length; at += 8) {
    one = (one + view.getUint32(at, littleEndian) + other) >>> 0;
    other = (other + view.getUint32(at + 4, littleEndian) + one) >>> 0;
  }
  return [one, other];
}
