'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DrawingDesk } from '@/client/benches/drawing/drawing-desk';
import type { Paper } from '@/client/benches/drawing/use-paper';
import { useFoolWords } from '@/client/fool/fool-words';
import { LabelButtons } from '@/client/fool/label-buttons';
import { broken } from '@/client/i18n/broken';
import type { StudentSession } from '@/client/live/class-session';
import { randomId } from '@/client/live/random-id';
import { LiveRegion } from '@/client/ui/live-region';
import { bytesToText } from '@/protocol/bytes-text';
import type { OwnFool } from '@/protocol/fool-views';
import { refuse } from '@/protocol/refusals';

interface Props {
  session: Pick<StudentSession, 'tryToFool'>;
  fool: OwnFool;
  paper: Paper;
}

/** A paper, a button for what it is meant to be, and what the networks read. What was drawn stays, to be changed a little. */
export function FoolPad({ session, fool, paper }: Props) {
  const t = useTranslations('fool');
  const say = useTranslations('datasets');
  const { dataset, id, left, own } = fool;
  const words = useFoolWords(fool);
  /** The try that is under way, so that asking again after a lost answer is the same try. */
  const last = useRef<{ drawingId: string; of: string } | null>(null);
  const [reading, setReading] = useState(false);
  const send = async (label: number) => {
    if (paper.pixels === null) return refuse('drawing-empty');
    const pixels = bytesToText(paper.pixels);
    const of = `${id} ${label} ${pixels}`;
    if (last.current?.of !== of) last.current = { drawingId: randomId(), of };
    setReading(true);
    const answer = await session.tryToFool({
      foolId: id,
      drawingId: last.current.drawingId,
      label,
      pixels,
    });
    setReading(false);
    // Another try of the same is refused as such.
    if (answer.ok) last.current = null;
    return answer;
  };
  const newest = own.at(-1);
  return (
    <div className="mt-3 grid items-start gap-x-6 gap-y-4 sm:grid-cols-[minmax(0,18.5rem)_minmax(0,1fr)]">
      <DrawingDesk
        paper={paper}
        words={{
          paper: say(`${dataset}.drawing.paper`),
          drawHere: say(`${dataset}.drawing.drawHere`),
          nowDrawn: (strokes) => say(`${dataset}.drawing.nowDrawn`, { strokes }),
        }}
      />
      <div className="flex min-w-0 flex-col gap-3">
        <LabelButtons
          legend={t('send')}
          labels={words.labels}
          about={paper.pixels}
          disabledReason={left === 0 ? t('noneLeft') : undefined}
          press={send}
          failed={(reason) => t('sendFailed', { reason })}
        />
        <LiveRegion visible className="text-sm">
          {reading ? (
            <p className="font-semibold text-accent">{t('reading')}</p>
          ) : (
            newest && (
              <p
                data-testid="fool-came"
                data-fooled={newest.answer !== newest.label}
                className="font-semibold"
              >
                {broken(words.came(newest))}
              </p>
            )
          )}
        </LiveRegion>
        <p className="tabular text-sm">{t('left', { left })}</p>
        <p className="text-xs text-ink-soft">{broken(words.rule)}</p>
      </div>
    </div>
  );
}
