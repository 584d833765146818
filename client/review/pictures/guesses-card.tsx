'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { plainWords } from '@/client/lesson/words/markup';
import { Card } from '@/client/ui/card';
import { DataTable } from '@/client/ui/data-table';
import type { KnownGuesses } from './pictured-class';
import { shareInterval } from './share-interval';

/** How good the class's guesses were: of those who guessed something, for how many it came true. */
export function GuessesCard({ guesses }: { guesses: readonly KnownGuesses[] }) {
  const t = useTranslations('pictures.guesses');
  return (
    <Card as="section" title={t('title')}>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('lead')}</p>
      <div className="flex flex-col gap-6">
        {guesses.map((step) => (
          <StepCalibration key={step.title} step={step} />
        ))}
      </div>
    </Card>
  );
}

function StepCalibration({ step }: { step: KnownGuesses }) {
  const t = useTranslations('pictures.guesses');
  const numbers = useNumbers();
  const percent = (share: number) => numbers.percent(share, 0);
  const rows = step.choices.map((choice, index) => ({
    choice: plainWords(choice),
    guessed: (step.counts[index] ?? []).reduce((sum, count) => sum + count, 0),
    right: step.counts[index]?.[index] ?? 0,
  }));
  const all = rows.reduce((sum, { guessed }) => sum + guessed, 0);
  const right = rows.reduce((sum, row) => sum + row.right, 0);
  const between = (some: number, of: number) => {
    const [low, high] = shareInterval(some, of);
    return { low: percent(low), high: percent(high) };
  };
  return (
    <section aria-label={step.title}>
      <h3 className="text-base">{step.title}</h3>
      <p className="max-w-prose text-sm">{broken(plainWords(step.question))}</p>
      <p className="mt-1 text-sm font-semibold">
        {t('together', {
          right,
          all,
          share: percent(all === 0 ? 0 : right / all),
          ...between(right, all),
          blind: percent(1 / step.choices.length),
        })}
      </p>
      <DataTable
        caption={t('caption', { title: step.title })}
        dense
        columns={[
          { id: 'choice', header: t('choice'), rowHeader: true, cell: ({ choice }) => choice },
          {
            id: 'guessed',
            header: t('guessed'),
            align: 'right',
            cell: ({ guessed }) => numbers.integer(guessed),
          },
          { id: 'right', header: t('right'), align: 'right', cell: (row) => numbers.integer(row.right) },
          {
            id: 'share',
            header: t('share'),
            className: 'min-w-48',
            cell: ({ guessed, right: hits }) =>
              guessed === 0 ? (
                '–'
              ) : (
                <ShareOf
                  share={hits / guessed}
                  text={t('between', { share: percent(hits / guessed), ...between(hits, guessed) })}
                  interval={shareInterval(hits, guessed)}
                />
              ),
          },
        ]}
        rows={rows}
        rowKey={({ choice }) => choice}
        className="mt-2 max-w-3xl border border-line"
      />
    </section>
  );
}

interface ShareProps {
  share: number;
  interval: readonly [low: number, high: number];
  text: string;
}

/** A share with its interval: in words, and as a dot on its line. */
function ShareOf({ share, interval: [low, high], text }: ShareProps) {
  const at = (part: number) => 2 + part * 96;
  return (
    <span className="flex items-center gap-3">
      <svg viewBox="0 0 100 12" aria-hidden="true" className="h-3 w-28 shrink-0">
        <path d="M2 6H98" stroke="var(--line)" />
        <path d={`M${at(low)} 6H${at(high)}`} stroke="var(--ink-soft)" strokeWidth="2.5" />
        <circle cx={at(share)} cy="6" r="4.5" fill="var(--accent)" />
      </svg>
      <span className="tabular whitespace-nowrap">{text}</span>
    </span>
  );
}
