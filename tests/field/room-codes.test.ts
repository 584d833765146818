import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLetters, codeSum, needsUnderstanding, readRoomCode } from '@/client/landing/read-room-code';
import { understandTyped } from '@/client/landing/understand-typed';
import { ROOM_CODE_ALPHABET } from '@/protocol/room-code';

/** Room codes as they are really typed: input methods, other keyboards, pasted links and sentences. */
const understood = (typed: string) => (needsUnderstanding(typed) ? understandTyped(typed) : typed);
const read = (typed: string) => readRoomCode(understood(typed));
const code = fc.string({ unit: fc.constantFrom(...ROOM_CODE_ALPHABET), minLength: 6, maxLength: 6 });

/** What a Korean keyboard (two sets) makes of Latin keys, letter by letter; a real one joins them to syllables. */
const JAMO: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('QWERTYUPASDFGHJKZXCVBNM', (key, index) => [
    key,
    'ㅂㅈㄷㄱㅅㅛㅕㅔㅁㄴㅇㄹㅎㅗㅓㅏㅋㅌㅊㅍㅠㅜㅡ'[index]!,
  ]),
);
const RUSSIAN: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('QWERTYUPASDFGHJKZXCVBNM', (key, index) => [key, 'йцукенгзфывапролячсмить'[index]!]),
);
const typedOn = (layout: Readonly<Record<string, string>>, text: string) =>
  Array.from(text, (key) => layout[key] ?? key).join('');

describe('a code that an input method has rewritten', () => {
  it.each([
    ['か7ま4くぁ', 'KA7MA4QA'],
    ['か', 'KA'],
    ['カ', 'KA'],
    ['ｶ', 'KA'],
    ['けけけ', 'KEKEKE'],
    ['んｋ', 'NK'],
    ['っｋ', 'KK'],
    ['きゃ', 'KYA'],
    ['じゃ', 'JA'],
    ['ふぁ', 'FA'],
    ['うぇ', 'WE'],
    ['ぁ', 'XA'],
    ['가', 'RK'],
    ['한글', 'GKSRMF'],
    ['ㅁㅠㅊ', 'ABC'],
    ['뷁', 'QNPFR'],
    ['фыв', 'ASD'],
    ['АВС', 'ABC'],
    ['αβψ', 'ABC'],
    ['ＡＢＣ２３４', 'ABC234'],
  ])('%s is %s', (typed, keys) =>
    expect(
      codeLetters(understood(typed) ?? '')
        .map(({ letter }) => letter)
        .join(''),
    ).toBe(keys),
  );

  it.each([
    ['かけくぁ', 'KAKEQA'],
    ['かけく', 'KAKEKU'],
    ['けなは', 'KENAHA'],
    ['ｋ７ｍ４ｑｘ', 'K7M4QX'],
    ['ケ７ま４', 'KE7MA4'],
    ['ｹ7ﾏ4', 'KE7MA4'],
    ['가나다', 'RKSKEK'],
  ])('%s leads into the class %s', (typed, wanted) => {
    const answer = read(typed);
    expect(answer.kind === 'code' ? answer.code : null).toBe(wanted);
  });

  it('is read back whatever the code, from a Korean and from a Russian keyboard', () => {
    fc.assert(
      fc.property(code, (made) => {
        const korean = typedOn(JAMO, made).normalize('NFKC');
        expect(read(korean)).toMatchObject({ kind: 'code', code: made });
        const russian = typedOn(RUSSIAN, made);
        const alike = !/[^авекмнрстух\d]/iu.test(russian);
        if (!alike) expect(read(russian)).toMatchObject({ kind: 'code', code: made });
      }),
    );
  });

  it('and which leaves a doubt asks for the keyboard to be switched', () => {
    for (const typed of [
      'ふ',
      'つ',
      'しゃ',
      'ちぇ',
      'っ',
      '漢字',
      '中文码',
      'אבג',
      'ابج',
      'กขค',
      'कखग',
      'ㄅㄆㄇ',
    ])
      expect([typed, read(typed)]).toEqual([typed, { kind: 'keyboard' }]);
  });

  it('says which sign no code has', () => {
    for (const [typed, letter] of [
      ['K7M4Q0', '0'],
      ['K7M4QO', 'O'],
      ['k7m4q1', '1'],
      ['k7m4qi', 'I'],
      ['K7M4Ql', 'L'],
      ['Ｋ７Ｍ４Ｑ０', '0'],
      ['き', 'I'],
      ['の', 'O'],
    ])
      expect([typed, read(typed!)]).toEqual([typed, { kind: 'letter', letter }]);
  });
});

describe('a code with something around it', () => {
  it.each([
    ...[
      'K7M4QX.',
      'K7M4QX。',
      '«K7M4QX»',
      '「K7M4QX」',
      'k7m 4qx',
      'K7M-4QX',
      'K7M–4QX',
      'K7M‑4QX',
      'K.7.M.4.Q.X',
      '(K7M4QX)',
      'K7M4QX,',
      'K7M4QX!',
      '„K7M4QX“',
      '<K7M4QX>',
      '`K7M4QX`',
      '*K7M4QX*',
      'K7M4QX\u200b',
      '\u202aK7M4QX\u202c',
      'K7M_4QX',
      '·K7M4QX·',
    ],
    ...[
      'http://192.168.1.20:3000/join/K7M4QX',
      'https://class.example.org/join/k7m4qx.',
      'class.example.org/class/K7M4QX',
      'http://192.168.1.20:3000/teach/live/K7M4QX',
      'https://x.example/screen/K7M4QX?x=1#y',
      'http://192.168.1.20:3000/K7M4QX',
      'https://学校.example/join/K7M4QX/',
      'Join us: http://10.0.0.7:3000/join/K7M4QX (code)',
      'http://x.example/join/K7M%2D4QX',
      ' https://class.example.org/k7m4qx/ ',
    ],
  ])('%j', (typed) => {
    expect(read(typed)).toEqual({ kind: 'code', code: 'K7M4QX' });
    expect(codeSum(codeLetters(understood(typed) ?? ''))).toBe(6);
    expect(needsUnderstanding('K7M4QX.')).toBe(false);
  });

  it('reads any text without failing, and no code that is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const answer = read(text);
        return answer.kind !== 'code' || /^[A-HJKMNP-Z2-9]{6}$/.test(answer.code);
      }),
      { numRuns: 2_000 },
    );
  });
});
