'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { useNumbers } from '@/client/i18n/use-numbers';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import type { StudentSession } from '@/client/live/class-session';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import { NumberField } from '@/client/ui/number-field';
import { GUESS_PARTS } from '@/protocol/reveal';
import type { OwnReveal } from '@/protocol/reveal-views';

interface Props {
  session: Pick<StudentSession, 'command'>;
  guess: OwnReveal['guess'];
  /** What the board says of the own network. */
  accuracy: number;
  /** The first hidden result has been shown. */
  isOver: boolean;
}

/** What the own network will have right of the hidden half: guessed before anything of it is shown. */
export function RevealGuess({ session, guess: { guess }, accuracy, isOver }: Props) {
  const t = useTranslations('reveal.guess');
  const numbers = useNumbers();
  const refusalText = useRefusalText();
  const [parts, setParts] = useState(guess ?? Math.round(accuracy * GUESS_PARTS));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const said = guess === null ? null : numbers.percent(guess / GUESS_PARTS);
  if (isOver) return said === null ? null : <p className="text-sm">{broken(t('over', { guess: said }))}</p>;
  const commit = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await session.command({ type: 'reveal:guess', guess: parts });
    setBusy(false);
    if (!answer.ok) setProblem(t('failed', { reason: refusalText(answer.code) }));
  };
  return (
    <section
      aria-label={t('title')}
      data-testid="reveal-guess"
      data-guess={guess ?? ''}
      className="flex flex-col gap-3 rounded-lg border border-accent bg-accent-soft px-4 py-3"
    >
      <div>
        <h3 className="text-base">{broken(t('title'))}</h3>
        <p className="text-sm">{broken(t('text', { accuracy: numbers.percent(accuracy) }))}</p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <NumberField
          label={t('field')}
          value={parts / 10}
          onChange={(percent) => setParts(Math.round(percent * 10))}
          min={0}
          max={100}
          step={0.1}
          digits={1}
          className="w-44"
        />
        <Button
          look="primary"
          busy={busy}
          disabledReason={parts === guess ? t('unchanged') : undefined}
          onClick={() => void commit()}
        >
          {t(guess === null ? 'commit' : 'change')}
        </Button>
      </div>
      <LiveRegion visible className="text-sm empty:hidden">
        {said !== null && <p className="font-semibold">{broken(t('stands', { guess: said }))}</p>}
      </LiveRegion>
      {problem !== null && (
        <p role="alert" className="text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
    </section>
  );
}
