'use client';

import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import type { StudentSession } from '@/client/live/class-session';
import { StageView } from '@/client/reveal/stage-view';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import type { StudentView } from '@/protocol/views';
import { RevealGuess } from './reveal-guess';

interface Props {
  session: Pick<StudentSession, 'command'>;
  view: StudentView;
}

/** The reveal on a student's page: what the wall shows, with the own row wherever it stands. */
export default function OwnRevealCard({ session, view: { reveal, ownRow, me } }: Props) {
  const t = useTranslations('reveal');
  if (!reveal) return null;
  const waits = reveal.phase === 'half' && ownRow !== null && ownRow.finalAccuracy === null;
  return (
    <Card as="section" title={t(`phases.${reveal.phase}`)} graphPaper data-testid="reveal">
      <div className="flex flex-col gap-4">
        {ownRow !== null && (
          <RevealGuess
            session={session}
            guess={reveal.guess}
            accuracy={ownRow.accuracy}
            isOver={!reveal.guess.mayGuess}
          />
        )}
        <LiveRegion visible className="text-sm font-semibold empty:hidden">
          {waits && <p>{broken(t('own.waiting'))}</p>}
        </LiveRegion>
        <StageView stage={reveal} ownName={me.nickname} />
      </div>
    </Card>
  );
}
