'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DrawingPicture } from '@/client/fool/drawing-picture';
import { useFoolWords } from '@/client/fool/fool-words';
import { LabelButtons } from '@/client/fool/label-buttons';
import type { Drawings } from '@/client/fool/use-drawings';
import { broken } from '@/client/i18n/broken';
import type { StudentSession } from '@/client/live/class-session';
import type { OwnFool } from '@/protocol/fool-views';

/** CSS pixels of the drawing that is judged: whole multiples of its own. */
const SIZE = 196;

interface Props {
  session: Pick<StudentSession, 'command'>;
  fool: OwnFool;
  pictures: Drawings;
}

/** Drawings of others, one at a time: what does a person read in it? Neither whose it is nor what was meant is told. */
export function FoolJudging({ session, fool, pictures }: Props) {
  const t = useTranslations('fool');
  const { id: foolId, dealt, toJudge } = fool;
  const words = useFoolWords(fool);
  const done = useRef(new Set<string>());
  const [held, setHeld] = useState<string | null>(null);
  // Who looks at a drawing keeps it, whatever others say meanwhile.
  const next = dealt.find((one) => !done.current.has(one)) ?? null;
  const current = held !== null && !done.current.has(held) ? held : next;
  if (current !== held) setHeld(current);
  if (current === null) return <p className="mt-2">{broken(t('noneToJudge'))}</p>;
  const judge = async (choice: number) => {
    const answer = await session.command({ type: 'fool:judge', foolId, drawingId: current, choice });
    // It was judged, or cannot be any more: on to the next.
    if (answer.ok || ['unknown-drawing', 'already-answered', 'own-drawing'].includes(answer.code)) {
      done.current.add(current);
      setHeld(null);
    }
    return answer;
  };
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-3" data-testid="fool-judging">
      <DrawingPicture pixels={pictures.get(current)} size={SIZE} label={t('toRead')} />
      <div className="flex min-w-0 flex-col gap-2">
        <LabelButtons
          legend={t('read')}
          labels={words.labels}
          further={t('cannotTell')}
          about={current}
          press={judge}
          failed={(reason) => t('judgeFailed', { reason })}
        />
        <p className="tabular text-sm" data-testid="fool-waiting" data-count={toJudge}>
          {t('toJudge', { count: toJudge })}
        </p>
        <p className="text-xs text-ink-soft">{broken(t('honest'))}</p>
      </div>
    </div>
  );
}
