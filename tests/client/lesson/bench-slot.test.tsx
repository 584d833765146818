import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '@/client/i18n/formats';
import { messagesOf } from '@/client/i18n/messages';
import { isLoadFailure } from '@/client/lesson/bench-boundary';
import { PredictionCard } from '@/client/lesson/predictions/prediction-card';
import { matchesTerm } from '@/client/lesson/words/match-term';
import { findTerm } from '@/lessons/glossary/glossary';
import type { PredictionWords } from '@/lessons/lesson-words';

const WRITTEN: Record<'en' | 'ja', PredictionWords> = {
  en: { question: 'Which is faster?', choices: ['Squared error', 'Cross-entropy'] },
  ja: { question: '速いのはどちら?', choices: ['二乗誤差', 'クロスエントロピー'] },
};

function card(
  state: Parameters<typeof PredictionCard>[0]['state'],
  language: keyof typeof WRITTEN = 'en',
): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={messagesOf(language)} formats={FORMATS} timeZone="UTC">
      <PredictionCard prediction={WRITTEN[language]} state={state} onCommit={async () => ({ ok: true })} />
    </IntlProvider>,
  );
}

describe('the prediction card', () => {
  test('asks first, with the commit waiting until something is chosen', () => {
    const markup = card({ guess: null, outcome: null, everybody: null });
    expect(markup.match(/type="radio"/g)).toHaveLength(2);
    expect(markup).toMatch(/type="submit"[^>]*aria-disabled="true"/);
    expect(card({ guess: null, outcome: null, everybody: null }, 'ja')).toContain(
      '<span>これに</span><wbr/><span>決める</span>',
    );
  });
  test('then shows the guess beside what happened, and the class', () => {
    const markup = card({ guess: 0, outcome: 1, everybody: { guesses: [3, 4], outcomes: [0, 6] } });
    expect(markup).not.toContain('type="radio"');
    expect(markup).toContain('data-guess="0"');
    expect(markup).toContain('data-outcome="1"');
    expect(markup).toContain('It came out differently than you guessed.');
    expect(markup).toContain('Cross-entropy: 4 guessed it, it happened for 6.');
  });
});

describe('a bench that fails', () => {
  test('is told from code that did not come', () => {
    const chunk = new Error('x');
    chunk.name = 'ChunkLoadError';
    expect(isLoadFailure(chunk)).toBe(true);
    expect(isLoadFailure(new TypeError('Failed to fetch dynamically imported module: /a.js'))).toBe(true);
    expect(isLoadFailure(new Error('Failed to load chunk /_next/static/chunks/a.js'))).toBe(true);
    expect(isLoadFailure(new TypeError('undefined is not a function'))).toBe(false);
  });
});

describe('finding a term', () => {
  const term = findTerm('relu')!;
  test('by either name, in any case and width', () => {
    for (const sought of ['', 'relu', 'ＲｅＬＵ', ' re ']) expect(matchesTerm(term, sought)).toBe(true);
    expect(matchesTerm(findTerm('weight')!, '重')).toBe(true);
    for (const sought of ['閾', 'しきい']) expect(matchesTerm(findTerm('threshold')!, sought)).toBe(true);
    expect(matchesTerm(term, 'sigmoid')).toBe(false);
  });
});
