import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { wilsonInterval } from '@/base/wilson';
import { LANGUAGES } from '@/lessons/languages';
import { modelCard } from '@/server/export/network/model-card';
import { takenNetwork } from '@/server/export/network/taken-network';
import { HOSTILE_TEXTS } from '@/tests/field/hostile-texts';
import { HOSTILE_NAMES } from '@/tests/server/export/hostile-names';
import { madeSource } from '@/tests/server/export/made-source';
import { madeTaken } from './made-taken';

/** As a class keeps them, and as they were typed. */
const NAMES = [
  ...new Set([...HOSTILE_NAMES, ...HOSTILE_TEXTS.filter((text) => text !== '' && !/\p{Cs}/u.test(text))]),
];

interface Head {
  language: string;
  'model-index': { results: { dataset: { type: string }; metrics: { type: string; value: number }[] }[] }[];
}

/** The head as a YAML reader has it, and the lines of the text below it. */
function readCard(card: string): { head: Head; lines: string[] } {
  const [, head, text] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(card)!;
  return { head: parse(head!, { strict: true }) as Head, lines: text!.split('\n') };
}

test('Wilson’s interval: figures of Newcombe (1998, table I), and none leaves 0 to 1', () => {
  const { low, high } = wilsonInterval(81 / 263, 263);
  expect([low, high].map((end) => end.toFixed(4))).toEqual(['0.2553', '0.3662']);
  expect(wilsonInterval(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) });
  expect(wilsonInterval(1, 29).low).toBeCloseTo(0.883, 3);
  expect(wilsonInterval(1, 29).high).toBe(1);
});

describe('a model card', () => {
  test.each(LANGUAGES)('has Mitchell’s sections, a head that YAML reads, and figures, in %s', (language) => {
    const { head, lines } = readCard(modelCard(madeTaken({ language }), 'onnx'));
    expect(head.language).toBe(language);
    const result = head['model-index'][0]!.results[0]!;
    expect(result.dataset.type).toBe('ylecun/mnist');
    // The class is over: both halves of the hidden pictures count, 81.25 % and 79 %.
    expect(result.metrics).toEqual([{ type: 'accuracy', value: (0.8125 + 0.79) / 2, verified: false }]);
    expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(10);
    const text = lines.join('\n');
    expect(text).toMatch(/\| 80\.1 ?%\s*\| 78\.9 ?% – 81\.3 ?%\s*\| 4000 \|/);
    expect(text).toMatch(/\| 90\.0 ?%.*\| 1000 \|/);
    expect(text).toContain('`28×28 → answer 10`');
    expect(text).toContain('creativecommons.org/licenses/by-sa/3.0');
    expect(text).not.toContain('Mia');
  });

  test.each(NAMES)('a name is text and nothing else: %j', (student) => {
    const plain = readCard(modelCard(madeTaken(), 'pytorch'));
    const { head, lines } = readCard(modelCard(madeTaken({ student }), 'pytorch'));
    expect(head).toEqual(plain.head);
    expect(lines).toHaveLength(plain.lines.length);
    const changed = lines.filter((line, index) => line !== plain.lines[index]);
    expect(changed).toHaveLength(1);
    // Between its isolating signs every sign that means something in Markdown has a stroke before it.
    const name = /\u2068(.*)\u2069/.exec(changed[0]!)![1]!;
    expect(name.replaceAll(/\\[^\p{L}\p{N}]/gu, '')).not.toMatch(
      /[\\`*_{}[\]()<>#+\-.!|~&\p{Cc}\u2028-\u202e]/u,
    );
  });

  test('before the class is over the hidden half is not told', () => {
    const source = madeSource(['Mia']);
    const run = source.runs[0]!;
    const weights = new Uint8Array(7_850 * 4);
    const reader = { language: 'en', timeZone: 'UTC' } as const;
    const going = { ...source.state, phase: 'live' as const };
    const network = takenNetwork(going, run, { bytes: weights, step: null }, false, reader)!;
    expect(network.verified).toEqual({ share: 0.8125, pictures: 2_000 });
    expect(modelCard(network, 'tfjs')).not.toContain('80.1');
  });

  test('bytes that are no weights of the network are none', () => {
    const { state, runs } = madeSource(['Mia']);
    const reader = { language: 'en', timeZone: 'UTC' } as const;
    expect(
      takenNetwork(state, runs[0]!, { bytes: new Uint8Array(16), step: null }, false, reader),
    ).toBeNull();
  });

  test('a moment of a run that was not handed in has no figure that was measured with other weights', () => {
    const { state, runs } = madeSource(['Mia']);
    const run = { ...runs[0]!, report: { confusion: [[5]], seconds: 1 } };
    const reader = { language: 'en', timeZone: 'UTC' } as const;
    const bytes = new Uint8Array(7_850 * 4);
    const early = takenNetwork(state, run, { bytes, step: 3 }, false, reader)!;
    expect(early).toMatchObject({ steps: 3, verified: null, validated: null });
    expect(modelCard(early, 'onnx')).toContain('Not measured.');
    // The last one has the run's own.
    const last = takenNetwork(state, run, { bytes, step: 5 }, false, reader)!;
    expect(last).toMatchObject({ verified: null, validated: { share: 1, pictures: 5 } });
  });
});
