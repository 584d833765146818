'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { ChoiceRadio } from '@/client/lesson/words/choice-radio';
import { Button } from '@/client/ui/button';
import { LiveRegion } from '@/client/ui/live-region';
import type { Answer } from '@/protocol/refusals';

interface Props {
  /** In plain words. */
  choices: readonly string[];
  /** What was voted in this round; null: nothing yet. */
  cast: number | null;
  /** What was voted in the round before, where the second begins: it stands until it is changed or confirmed. */
  before: number | null;
  onCast(choice: number): Promise<Answer>;
}

/** One round of a vote: it may be changed until the round ends. */
export function VoteForm({ choices, cast, before, onCast }: Props) {
  const t = useTranslations('lesson.vote');
  const refusalText = useRefusalText();
  const name = useId();
  const [chosen, setChosen] = useState(cast ?? before);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const vote = async () => {
    if (chosen === null) return;
    setBusy(true);
    const answer = await onCast(chosen);
    setBusy(false);
    setProblem(answer.ok ? null : t('failed', { reason: refusalText(answer.code) }));
  };
  return (
    <form
      className="mt-2 flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void vote();
      }}
    >
      <fieldset className="contents">
        <legend className="sr-only">{t('title')}</legend>
        {choices.map((choice, index) => (
          <ChoiceRadio
            key={choice}
            name={name}
            text={choice}
            checked={chosen === index}
            onChoose={() => setChosen(index)}
          />
        ))}
      </fieldset>
      <Button
        type="submit"
        look="primary"
        busy={busy}
        disabledReason={chosen === null ? t('chooseFirst') : chosen === cast ? t('counted') : undefined}
      >
        {t(cast === null ? 'cast' : 'change')}
      </Button>
      <LiveRegion visible className="basis-full text-sm empty:hidden">
        {cast !== null && problem === null && <p>{t('waits', { choice: choices[cast] ?? '' })}</p>}
      </LiveRegion>
      {problem !== null && (
        <p role="alert" className="basis-full text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
    </form>
  );
}
