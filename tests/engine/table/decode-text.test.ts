import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, detectEncoding } from '@/engine/table/decode-text';
import type { Encoding } from '@/engine/table/encodings';
import { encodeText } from '@/tests/field/encode-text';

const rows = (labels: readonly string[], head = 'x,y,label') =>
  `${head}\n${labels.flatMap((label, i) => [`${i}.5,${i * 3},${label}`, `${i + 7}.25,${i},${label}`]).join('\n')}\n`;

const JAPANESE = [
  rows(['犬', '鳥'], '身長,体重,動物'),
  rows(['犬', '猫', '鳥']),
  rows(['いぬ', 'ねこ']),
  rows(['アヤメ', 'バラ'], '幅,高さ,種類'),
  rows(['良', '不良']),
  rows(['はい', 'いいえ'], '気温,湿度,売れた'),
  rows(['合格', '不合格'], '勉強時間,睡眠時間,結果'),
  rows(['晴れ', '曇り', '雨']),
  rows(['男子', '女子'], '50m走,握力,性別'),
  rows(['りんご', 'みかん', 'ぶどう'], '重さ(g),直径(cm),果物'),
  rows(['東京都', '大阪府', '北海道']),
  rows(['赤', '青']),
  rows(['カエル', 'イモリ'], '体長,体重,両生類'),
];
const CHINESE = [
  rows(['猫', '狗'], '身高,体重,动物'),
  rows(['男', '女'], '年龄,收入,性别'),
  rows(['山鸢尾', '变色鸢尾'], '花瓣长度,花瓣宽度,种类'),
  rows(['是', '否'], '温度,湿度,下雨'),
  rows(['苹果', '香蕉', '橙子']),
];
const TRADITIONAL = [
  rows(['貓', '狗', '鳥'], '身高,體重,動物'),
  rows(['男', '女'], '年齡,收入,性別'),
  rows(['蘋果', '香蕉']),
];
const KOREAN = [
  rows(['고양이', '개'], '키,몸무게,동물'),
  rows(['남자', '여자'], '나이,소득,성별'),
  rows(['사과', '바나나', '포도']),
];
const WESTERN = [
  rows(['männlich', 'weiblich'], 'Größe,Gewicht,Geschlecht'),
  rows(['grün', 'rot'], 'x,y,Farbe'),
  rows(['Müller', 'Jäger', 'Öl']),
  rows(['été', 'hiver'], 'température,humidité,saison'),
  rows(['niño', 'niña'], 'año,peso,género'),
  rows(['não', 'sim'], 'pressão,peso,opção'),
  rows(['blå', 'rød', 'grønn'], 'lengde,bredde,farge'),
  rows(['kallt', 'varmt'], 'temperatur (°C),fukt,väder'),
  rows(['cheap', 'dear'], 'price (£),area (m²),is it «dear»'),
];
const EASTERN = [
  rows(['żółw', 'pies'], 'długość,masa,zwierzę'),
  rows(['kůň', 'kočka', 'pes'], 'výška,váha,zvíře'),
];
const RUSSIAN = [rows(['кошка', 'собака'], 'рост,вес,животное'), rows(['Да', 'Нет'], 'Возраст,Доход,Ответ')];

const samples: [Encoding, string][] = [
  ...JAPANESE.flatMap((text): [Encoding, string][] => [
    ['shift_jis', text],
    ['euc-jp', text],
  ]),
  ...CHINESE.map((text): [Encoding, string] => ['gb18030', text]),
  ...TRADITIONAL.map((text): [Encoding, string] => ['big5', text]),
  ...KOREAN.map((text): [Encoding, string] => ['euc-kr', text]),
  ...WESTERN.map((text): [Encoding, string] => ['windows-1252', text]),
  ...EASTERN.map((text): [Encoding, string] => ['windows-1250', text]),
  ...RUSSIAN.map((text): [Encoding, string] => ['windows-1251', text]),
  ['shift_jis', rows(['ｲﾇ', 'ﾈｺ'], 'ﾅｶﾞｻ,ｵﾓｻ,ｼｭﾙｲ')],
];

describe('detecting an encoding', () => {
  test.each(samples)('%s: %j', (encoding, text) => {
    const bytes = encodeText(text, encoding);
    const found = detectEncoding(bytes);
    expect(found.encoding).toBe(encoding);
    expect(decodeText(bytes, found.encoding)).toBe(text);
  });

  const all = [...JAPANESE, ...CHINESE, ...TRADITIONAL, ...KOREAN, ...WESTERN, ...EASTERN, ...RUSSIAN];
  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s, with a mark and without', (encoding) => {
    for (const text of all) {
      for (const mark of ['', '\ufeff']) {
        const bytes = encodeText(mark + text, encoding);
        const found = detectEncoding(bytes);
        expect(found).toEqual({ encoding, evidence: mark ? 'mark' : 'bytes' });
        expect(decodeText(bytes, found.encoding)).toBe(text);
      }
    }
  });

  test("Japanese mail's", () => {
    const bytes = Uint8Array.from([0x78, 0x2c, 0x1b, 0x24, 0x42, 0x38, 0x24, 0x1b, 0x28, 0x42, 0x0a]);
    expect(detectEncoding(bytes).encoding).toBe('iso-2022-jp');
    expect(decodeText(bytes, 'iso-2022-jp')).toBe('x,犬\n');
  });

  test('plain ASCII is UTF-8, and so is UTF-8 with one broken byte', () => {
    expect(detectEncoding(encodeText(rows(['a', 'b']), 'utf-8')).encoding).toBe('utf-8');
    const bytes = encodeText(rows(['犬', '鳥', '猫', 'うさぎ']), 'utf-8');
    bytes[bytes.length - 3] = 0xff;
    expect(detectEncoding(bytes).encoding).toBe('utf-8');
  });

  test('any bytes get an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof decodeText(bytes, detectEncoding(bytes).encoding)).toBe('string');
      }),
    );
  });

  test('two labels that differ in their encoding differ when read', () => {
    const kanji = [...'犬猫鳥魚馬牛羊象花草木石赤青白黒山川海空男女大小'];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...kanji), { minLength: 2, maxLength: 6 }), (labels) => {
        const bytes = encodeText(rows(labels), 'shift_jis');
        const text = decodeText(bytes, detectEncoding(bytes).encoding);
        for (const label of labels) expect(text).toContain(label);
      }),
    );
  });
});
