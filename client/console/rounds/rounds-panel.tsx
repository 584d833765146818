'use client';

import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { broken } from '@/client/i18n/broken';
import { RoundsResult } from '@/client/rounds/rounds-result';
import { useRoundsWords } from '@/client/rounds/rounds-words';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import type { RoundsConsole, RoundsDesk } from '@/protocol/rounds-views';
import type { TeacherView } from '@/protocol/views';
import { AskRounds } from './ask-rounds';

interface Props {
  view: TeacherView;
  rounds: RoundsConsole;
}

/** The class learns together in rounds: what is asked, how they go, and what came of them. */
export default function RoundsPanel({ view, rounds: { now } }: Props) {
  const t = useTranslations('rounds');
  const open = now?.open ?? false;
  const shows = now !== null && (now.alone !== null || now.done.length > 0);
  return (
    <Card as="section" title={t('title')} data-testid="rounds-panel" data-stage={open ? now!.stage : 'none'}>
      {now === null && <p className="mb-2 text-sm text-ink-soft">{broken(t('lead'))}</p>}
      {open ? (
        <Going now={now!} here={view.class.hereCount} />
      ) : (
        view.class.phase === 'live' && <AskRounds again={now !== null} />
      )}
      {shows && (
        <div className="mt-4 flex flex-col gap-3">
          <RoundsResult rounds={now} />
          {now.whoSabotaged && now.whoSabotaged.length > 0 && (
            <p className="text-sm">{t('who', { names: now.whoSabotaged.join(t('whoBetween')) })}</p>
          )}
        </div>
      )}
    </Card>
  );
}

/** How they go, and what can be done: begin, hold, go on, end, put away. */
function Going({ now, here }: { now: RoundsDesk; here: number }) {
  const t = useTranslations('rounds');
  const words = useRoundsWords();
  const { ask, offlineReason } = useConsole();
  const { id, stage, rule, each, planned, epochs, guessed, dealt } = now;
  const go = (to: 'going' | 'held' | 'over') => void ask({ type: 'rounds:go', roundsId: id, stage: to });
  return (
    <>
      <p className="mb-1 text-sm text-ink-soft">
        {t('settings', {
          rule: t(`rules.${rule}`),
          each: t(`each.${each === 0 ? 'all' : 'two'}`),
          saboteurs: planned,
          epochs,
        })}
      </p>
      <LiveRegion visible className="mb-2 text-sm">
        <p className="tabular font-semibold" data-testid="rounds-stand">
          {stage === 'asking'
            ? t('guessedCount', { guessed, of: Math.max(guessed, here) })
            : broken(words.stands(now))}
        </p>
      </LiveRegion>
      <div className="flex flex-wrap gap-2">
        {(stage === 'asking' || stage === 'held') && (
          <Button
            look="primary"
            disabledReason={offlineReason ?? (dealt === 0 ? t('nobody') : undefined)}
            onClick={() => go('going')}
          >
            {t(stage === 'asking' ? 'begin' : 'goOn')}
          </Button>
        )}
        {stage === 'going' && (
          <Button look="primary" disabledReason={offlineReason} onClick={() => go('held')}>
            {t('hold')}
          </Button>
        )}
        {(stage === 'going' || stage === 'held') && (
          <Button disabledReason={offlineReason} onClick={() => go('over')}>
            {t('end')}
          </Button>
        )}
        <Button
          disabledReason={offlineReason}
          onClick={() => void ask({ type: 'rounds:close', roundsId: id })}
        >
          {t('close')}
        </Button>
      </div>
    </>
  );
}
