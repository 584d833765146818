'use client';

import { useTranslations } from 'use-intl';
import { ChoiceForm } from '@/client/lesson/words/choice-form';
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
  return (
    <ChoiceForm
      title={t('title')}
      choices={choices}
      initial={cast ?? before}
      commitLabel={t(cast === null ? 'cast' : 'change')}
      disabledReason={(chosen) =>
        chosen === null ? t('chooseFirst') : chosen === cast ? t('counted') : undefined
      }
      onCommit={onCast}
      failed={(reason) => t('failed', { reason })}
    >
      <LiveRegion visible className="basis-full text-sm empty:hidden">
        {cast !== null && <p>{t('waits', { choice: choices[cast] ?? '' })}</p>}
      </LiveRegion>
    </ChoiceForm>
  );
}
