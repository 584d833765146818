import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '@/classroom/decide';
import { isSameNickname, nicknameKey } from '@/classroom/nicknames/nickname-key';
import { isReservedNickname } from '@/classroom/nicknames/reserved-nickname';
import { nicknameProblem } from '@/client/student/nickname-problem';
import { LANGUAGES } from '@/lessons/languages';
import { isNickname, normaliseNickname } from '@/protocol/nickname';
import { isNicknameFit } from '@/server/live/nickname-filter';
import { aClass } from '@/tests/classroom/made-states';
import { suggestedNicknames } from '@/tests/client/student/suggested-nicknames';
import { REAL_NAMES } from './real-names';

const isSame = (a: string, b: string) =>
  isSameNickname(nicknameKey(normaliseNickname(a)), nicknameKey(normaliseNickname(b)));
/** What a class says of a newcomer's name, by all its rules. */
const verdict = (typed: string) => {
  const answer = decide(
    aClass(),
    { type: 'student:join', studentId: 'f'.repeat(32), secretHash: 'x', nickname: typed },
    { kind: 'newcomer' },
    { now: 1, isNicknameFit },
  );
  return answer.ok ? 'joins' : answer.code;
};
const verdicts = (names: readonly string[], wanted: string) =>
  names.map((name) => [name, verdict(name)]).filter(([, said]) => said !== wanted);

describe('two names that read differently are two', () => {
  const pairs = [
    ...[
      'たいき だいき',
      'けんた げんた',
      'はな ばな',
      'ばな ぱな',
      'きよう きょう',
      'りつこ りっこ',
      'さき ざき',
      'ハナ バナ',
      'おの おおの',
      'サクラ さくら',
      'ユウキ ユーキ',
      '健太 源太',
    ],
    ...[
      'Ian Lan',
      'IAN LAN',
      'Iris Lris',
      'Ida Lida',
      'Zoe Zoë',
      'Jose José',
      'Muller Müller',
      'Ana Aña',
      'Lukasz Łukasz',
      'Sorin Șorin',
      'Ben Běn',
      'Noel Noël',
    ],
    ...['Hoang Hoàng', 'Hoàng Hoáng', 'Du Dư', 'Lan Lân', 'Thu Thư', 'Đào Dao', 'Mai Mái'],
    ...['राम रामा', 'राम रीम', 'रमा रोमा', 'মা মি', 'ராம ராமா', 'సీత సీతా', 'മീര മിര', 'कमल कमला', 'ਹਰ ਹਰੀ'],
    ...['มา มี', 'รัม ราม', 'ใหม่ ใหม้', 'น้อง นอง', 'ນາ ນີ', 'សុ សូ'],
    ...['محمد محمود', 'نور نورا', 'علي عالي', 'שרה שרי', 'דן דין', 'יעל יואל', 'حسن حسين', 'بدر تدر'],
    ...[
      '민준 민주',
      '지우 지유',
      '서연 서현',
      '김 긴',
      'Дима Тима',
      'Алёна Алена',
      'Илья Илия',
      'Νίκος Νίκη',
      'Ада Ида',
    ],
    ...[
      '1-11 11-1',
      'Ada|2 Ada|3',
      'Anna|1 Anna|L',
      'Ben|7 Ben|17',
      '🦊 🐻',
      'Mia Mia2',
      'Mika Nika',
      'Anna Anne',
    ],
  ].map((pair) => pair.split(' ').map((name) => name.replace('|', ' ')) as [string, string]);
  it.each(pairs)('%s and %s', (a, b) => expect(isSame(a, b)).toBe(false));
});

describe('two names that look the same are one', () => {
  const pairs: [string, string][] = [
    ['Mika', 'Mika\u2800'],
    ['Mika', '\u3164Mika'],
    ['Mika', 'Mi\u200bka'],
    ['Mika', 'Mi\u{e0061}ka'],
    ['Mika', 'M\u034fika'],
    ['Mika', 'Mika\ufe0f'],
    ['Mika', '\u202eMika\u202c'],
    ['Mika', 'Mi\u00adka'],
    ['Mika', 'Mika\u{1d159}'],
    ['Mika', 'Мika'],
    ['Mika', 'Mikа'],
    ['Mika', 'Ｍｉｋａ'],
    ['Mika', '𝓜𝓲𝓴𝓪'],
    ['Mika', '𝖬𝗂𝗄𝖺'],
    ['Mika', 'Ⓜⓘⓚⓐ'],
    ['Mika', 'MIKA'],
    ['mika', 'ΜΙΚΑ'],
    ['Katya', 'KATYA'],
    ['Катя', 'КАТЯ'],
    ['Ian', 'lan'],
    ['Ian', 'Iаn'],
    ['Ian', '|an'],
    ['Ian', 'Ӏan'],
    ['Paul', 'pau1'],
    ['Bob', 'B0B'],
    ['Oskar', 'Оskar'],
    ['Oskar', '0skar'],
    ['Anna 1', 'Anna l'],
    ['Anna Lena', 'Anna-Lena'],
    ['Anna Lena', 'AnnaLena'],
    ['Anna-Lena', 'Anna‐Lena'],
    ["O'Neill", 'O’Neill'],
    ['Zoë', 'Zoe\u0308'],
    ['だいき', 'た\u3099いき'],
    ['サクラ', 'ｻｸﾗ'],
    ['へいた', 'ヘいた'],
    ['ニコ', '二コ'],
    ['ロロ', '口口'],
    ['राम', 'रा\u200dम'],
    ['علی رضا', 'علی\u200cرضا'],
    ['अा', 'आ'],
    ['葛城', '葛\u{e0100}城'],
  ];
  it.each(pairs)('%s and %s', (a, b) => {
    expect(isSame(a, b)).toBe(true);
    expect(isSame(b, a)).toBe(true);
  });

  it('whoever comes first: no rule depends on the order, and every name is itself', () => {
    const names = fc.string({
      unit: fc.constantFrom(...'IlL1|aаAОO0oëば゙ー-. ｂ'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(names, names, (a, b) => isSame(a, b) === isSame(b, a) && isSame(a, a)),
      { numRuns: 2_000 },
    );
  });
});

describe('names that nobody can see', () => {
  const unseen: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const sign = String.fromCodePoint(code);
    if (/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Z}\p{Noncharacter_Code_Point}]/u.test(sign))
      unseen.push(sign);
  }
  unseen.push(
    '\u2800',
    '\u{1d159}',
    '\u{16fe4}',
    '\u{13441}',
    '\u{13442}',
    '\ufffc',
    '\u0301',
    '\u0301\u0302',
    '\u20dd',
    '\u0e31',
  );

  it('are refused, each of them, alone and three times', () => {
    expect(unseen.length).toBeGreaterThan(4_000);
    const seen = unseen.filter(
      (sign) => isNickname(normaliseNickname(sign)) || isNickname(normaliseNickname(sign.repeat(3))),
    );
    expect(seen.map((sign) => sign.codePointAt(0)!.toString(16))).toEqual([]);
    for (const sign of ['\u2800', '\u3164', '\u115f\u1160', '\ufe0f', '\u0301']) {
      expect(verdict(sign)).toBe('nickname-invalid');
      expect(nicknameProblem(sign)).toEqual({ kind: 'unseen' });
    }
    expect(nicknameProblem('  ')).toEqual({ kind: 'empty' });
  });

  it('and none of it stays in a name, but for what a script is written with', () => {
    for (const sign of unseen.filter(
      (one) => !/\p{Z}|\s|\u2800|\p{M}|\u{1d159}|\u{13441}|\u{13442}/u.test(one),
    ))
      expect([sign, normaliseNickname(`Mi${sign}ka`)]).toEqual([sign, 'Mika']);
    for (const name of ['ශ්‍රී', 'علی‌رضا', 'नुक्‍ता', '❤️']) expect(normaliseNickname(name)).toBe(name);
  });
});

describe("people's own names", () => {
  it('are welcome, from wherever they come', () => {
    expect(REAL_NAMES.length).toBeGreaterThan(1_400);
    expect(verdicts(REAL_NAMES, 'joins')).toEqual([]);
  });

  it('are welcome with the number of a seat, from 1 to 2000', () => {
    const numbered = Array.from({ length: 2_000 }, (_, index) => [
      `Student ${index + 1}`,
      `生徒${index + 1}`,
    ]).flat();
    expect(
      verdicts([...numbered, 'Student455', '455', '717 Student', 'Anna 8055', 'student_69'], 'joins'),
    ).toEqual([]);
  });

  it('that the page suggests are welcome', () => {
    const suggested = LANGUAGES.flatMap(suggestedNicknames);
    expect(new Set(suggested).size).toBe(20 * 20 + 16 * 16);
    expect(verdicts(suggested, 'joins')).toEqual([]);
  });
});

describe('insults', () => {
  const plain = `
    fuck FuCk ass asshole arsehole shit bullshit bitch cunt whore slut penis dickhead wanker twat bastard retard faggot nigger motherfucker
    cocksucker rapist hitler nazi pussy tits
    Arschloch Wichser Hurensohn Fotze Schlampe Scheiße scheisse Missgeburt Nutte Schwuchtel Spast Kanake
    putain connard salope enculé encule pute merde nique bâtard batard connasse pétasse
    puta cabrón cabron pendejo gilipollas mierda coño maricón hijodeputa
    caralho merda buceta viado arrombado fodase cuzão
    cazzo stronzo vaffanculo puttana coglione minchia frocio
    siktir orospu amk piç yarrak ibne göt şerefsiz
    блядь блять сука хуй пизда пидор пидорас мудак гандон шлюха долбоёб ублюдок
    kurwa chuj pierdolić jebać pizda dziwka skurwysyn spierdalaj
    傻逼 操你妈 王八蛋 婊子 他妈的 贱人 混蛋 씨발 시발 개새끼 병신 지랄 좆 미친놈 ㅅㅂ ㅂㅅ
    死ね しね シネ ウンコ ちんこ まんこ 殺す ころす セックス キチガイ バカ アホ クソ ブス デブ きもい うざい 馬鹿 くそやろう
    klootzak kanker perkele vittu địt lồn cặc anjing kontol मादरचोद चूतिया madarchod रंडी شرموطة זונה ควย เหี้ย μαλάκας`
    .split(/\s+/u)
    .filter((word) => word !== '');
  const disguised = [
    ...['ｆｕｃｋ', 'f u c k', 'F-U-C-K', 'f.u.c.k', 'fuuuuck', 'fuuck'],
    ...[
      'fu ck',
      'f*ck',
      'sh*t',
      'sh1t',
      '5h1t',
      'a55',
      '@sshole',
      'b1tch',
      'biiitch',
      'n1gg3r',
      'bitch5',
      'FuckYou',
      'fuck_you',
      'NAZI!',
      'YouBitch',
      'Max Bitch',
      'kill yourself',
      'xXfuckXx',
    ],
    ...[
      'fuсk',
      'ѕhit',
      'аrschloch',
      'АRSСНLОСН',
      'рutа',
      'ＡＲＳＣＨＬＯＣＨ',
      '𝓯𝓾𝓬𝓴',
      'f\u200buck',
      'fu\u00adck',
      'A r s c h',
      'arschlooooch',
    ],
    ...[
      'сукa',
      'cукa',
      'хyй',
      'х у й',
      'бляяядь',
      'С У К А',
      'cyka',
      'k u r w a',
      'kurwaaa',
      'Kurwa mać',
      'fils de pute',
      'hijo de puta',
      'nique ta mère',
      'p u t a',
      'put@',
    ],
    ...[
      'う・ん・こ',
      'ウンコー',
      'ｳﾝｺ',
      'し ね',
      'シ・ネ',
      'し～ね',
      'ば か',
      'バーカ',
      '死 ね',
      '傻 逼',
      '씨 발',
      '시~발',
      'ﾊﾞｶ',
      'うんこマン',
      'ころすぞ',
      'バカ野郎',
      '妈的',
      '日你妈',
      '닥쳐',
      'ㅆㅂ',
      'suck my dick',
      'fuk you',
    ],
  ];
  it('are not, in the languages of classes', () => expect(verdicts(plain, 'nickname-refused')).toEqual([]));
  it('are not in disguise either', () => expect(verdicts(disguised, 'nickname-refused')).toEqual([]));
  it('that are family names as well are refused alone only', () => {
    expect(verdicts(['Manko', 'Neger', 'Verga', 'Hora'], 'nickname-refused')).toEqual([]);
    expect(verdicts(['Olena Manko', 'Thomas Neger', 'Giovanni Verga', 'Kari Hora'], 'joins')).toEqual([]);
  });
});

describe('names that claim to be the teacher', () => {
  const claims = [
    ...'Teacher TEACHER teacher Admin admin Administrator Moderator Host Lehrer Lehrerin Profesor Profesora Prof Professeur Professor Öğretmen учитель Учитель администратор nauczyciel 선생님 老师 老師 교사 管理员'.split(
      ' ',
    ),
    ...'先生 せんせい センセイ ｾﾝｾｲ 教師 管理者 管理人 担任 田中先生 クマ先生 せんせー'.split(' '),
    ...[
      'The Teacher',
      'Teacher 1',
      'Teacher123',
      'Teacher!',
      '★Teacher★',
      'your teacher',
      'Mr Teacher',
      'Teacher Smith',
      'Tanaka sensei',
      'Class Admin',
      'TheTeacher',
      'MyTeacher',
    ],
    ...[
      'Teаcher',
      'ТЕАСНЕR',
      'T e a c h e r',
      'T.e.a.c.h.e.r',
      'ＴＥＡＣＨＥＲ',
      '𝐓𝐞𝐚𝐜𝐡𝐞𝐫',
      'Teach\u200ber',
      'T3acher',
      'Adm1n',
      '@dmin',
      'Teeeeacher',
      '先 生',
      '先・生',
      'Ａｄｍｉｎ',
      'Te\u00adacher',
      'Hоst',
    ],
  ];
  it('are refused for that, and said so', () => expect(verdicts(claims, 'nickname-reserved')).toEqual([]));
  it('and no others', () => {
    const free = [
      'Tom Lehrer',
      'Paul Host',
      'Teachera',
      'Sensui',
      'Badminton',
      'Admira',
      'Hostetler',
      'Prof Tim',
      '生先',
      '先',
      'Ali Modarres',
    ];
    expect(free.filter(isReservedNickname)).toEqual([]);
  });
});
