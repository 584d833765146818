'use client';

import { Presentation } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { useMay } from '@/client/console/may';
import { broken } from '@/client/i18n/broken';
import { StageView } from '@/client/reveal/stage-view';
import { Button } from '@/client/ui/button';
import { Card } from '@/client/ui/card';
import { LiveRegion } from '@/client/ui/live-region';
import type { TeacherView } from '@/protocol/views';
import { AwardDesk } from './award-desk';
import { RevealBar } from './reveal-bar';
import { ShowEverything } from './show-everything';

/** The reveal of the race from the console: nothing where there is no race, or it is not to be led from here. */
export default function RevealCard({ view, large = false }: { view: TeacherView; large?: boolean }) {
  const t = useTranslations('reveal');
  const desk = useTranslations('reveal.desk');
  const { ask, offlineReason } = useConsole();
  const leads = useMay('lead');
  const [asking, setAsking] = useState(false);
  const { offered, now } = view.reveal;
  if (now === null && !(offered && leads)) return null;
  const begin = async () => {
    setAsking(true);
    await ask({ type: 'reveal:begin' });
    setAsking(false);
  };
  if (now === null)
    return (
      <Card as="section" title={t('title')} data-testid="reveal-card" data-phase="">
        <p className="text-sm text-ink-soft">{broken(desk('beginText'))}</p>
        <Button
          className="mt-3"
          icon={<Presentation aria-hidden="true" />}
          disabledReason={offlineReason}
          busy={asking}
          onClick={() => void begin()}
        >
          {desk('begin')}
        </Button>
      </Card>
    );
  const { stage, revealed, awards } = now;
  const isOff = view.class.ranking === 'off';
  return (
    <Card
      as="section"
      title={t('title')}
      graphPaper
      data-testid="reveal-card"
      data-phase={stage.phase}
      data-shown={stage.shown}
      actions={
        leads &&
        view.screen.view !== 'reveal' &&
        !isOff && (
          <Button size="sm" disabledReason={offlineReason} onClick={() => void begin()}>
            {desk('toScreen')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <LiveRegion visible className="text-sm text-ink-soft">
          <p>{broken(isOff ? desk('boardOff') : desk(revealed ? 'revealed' : 'unrevealed'))}</p>
          {stage.phase === 'board' && !revealed && (
            <p className="tabular">{broken(desk('guesses', { count: stage.guesses }))}</p>
          )}
        </LiveRegion>
        {leads && !large && <RevealBar desk={now} keyed />}
        {leads && !revealed && <ShowEverything last={now.stops.at(-1)!} />}
        {stage.phase !== 'board' && <AwardDesk awards={awards} />}
        {stage.phase !== 'awards' && <StageView stage={stage} />}
      </div>
    </Card>
  );
}
