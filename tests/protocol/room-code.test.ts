import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawRoomCode, isRoomCode, normaliseRoomCode, ROOM_CODE_ALPHABET } from '@/protocol/room-code';
import { roomCodeSchema } from '@/protocol/room-code-schema';

const letter = fc.constantFrom(...ROOM_CODE_ALPHABET);
const code = fc.array(letter, { minLength: 6, maxLength: 6 }).map((letters) => letters.join(''));

describe('a room code', () => {
  it('has no letters that look alike', () => {
    for (const alike of '0O1IL') expect(ROOM_CODE_ALPHABET).not.toContain(alike);
    expect(new Set(ROOM_CODE_ALPHABET).size).toBe(31);
  });

  it('is found however it is typed', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(code, (made) => {
        const typed = [
          made.toLowerCase(),
          ` ${made.slice(0, 3)}-${made.slice(3)} `,
          `${made.slice(0, 3)}　${made.slice(3)}`,
          wide(made),
        ];
        for (const each of typed) expect(roomCodeSchema.parse(each)).toBe(made);
      }),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', 'ABCDE', 'ABCDEFG', 'ABCDE0', 'ABCDEI', 'ÄBCDEF', 'ABC🦊EF', 'A'.repeat(41)])
      expect(roomCodeSchema.safeParse(typed).success).toBe(false);
    fc.assert(
      fc.property(
        fc.string(),
        (text) => !isRoomCode(normaliseRoomCode(text)) || /^[A-Z2-9]{6}$/.test(normaliseRoomCode(text)),
      ),
    );
  });

  it('is drawn evenly from the whole alphabet', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(30)), (stream) => {
        const drawn = drawRoomCode((bound) => {
          expect(bound).toBe(31);
          return stream.next().value as number;
        });
        expect(isRoomCode(drawn)).toBe(true);
      }),
    );
  });
});
