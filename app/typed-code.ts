import { normaliseRoomCode } from '@/protocol/room-code';

/** What stands for a code in an address, and the code that it means; the server has led on what was not quite right. */
export function typedCode(segment: string): { typed: string; code: string } {
  let typed = segment;
  try {
    typed = decodeURIComponent(segment);
  } catch {
    // A percent sign that codes nothing: then it stands for itself.
  }
  return { typed, code: normaliseRoomCode(typed).slice(0, 12) };
}
