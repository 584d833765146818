'use client';

import { ChevronDown, ChevronUp, Undo2 } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchTraining, TrainingSnapshot } from '@/client/training/training';
import { Button } from '@/client/ui/button';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import { DIGITS_SETTINGS, type DigitsSetting } from '@/lessons/bench';
import type { Experiment } from '@/protocol/experiment';
import { SettingsFields } from './settings-fields';
import { type OfferedSettings, settingsInSight } from './settings-in-sight';

interface Props {
  training: BenchTraining;
  draft: Experiment;
  offered: OfferedSettings;
  /** The experiment of the run on the bench, while the draft differs from it. */
  changedFrom: Experiment | null;
  backendChoice: TrainingSnapshot['backendChoice'];
  backend: NonNullable<TrainingSnapshot['current']>['backend'];
}

const NONE: ReadonlySet<DigitsSetting> = new Set();

/** What decides the next run: what the lesson has come to, and the rest on request. Changes wait for Train: a run is one experiment from start to end. */
export const SettingsPanel = memo(function SettingsPanel({ offered, changedFrom, ...choice }: Props) {
  const t = useTranslations('bench');
  const headingId = useId();
  const moreId = useId();
  /** Those that were asked for: one that is changed meanwhile stays where it is. */
  const [asked, setAsked] = useState<ReadonlySet<DigitsSetting> | null>(null);
  const below = asked ?? NONE;
  const inSight = settingsInSight(offered, choice.draft, choice.backendChoice !== 'auto');
  const above = new Set(DIGITS_SETTINGS.filter((setting) => inSight.has(setting) && !below.has(setting)));
  const hidden = DIGITS_SETTINGS.filter((setting) => !inSight.has(setting));
  const Arrow = asked ? ChevronUp : ChevronDown;
  return (
    <OneStopGroup fields role="region" aria-labelledby={headingId} className="flex flex-col gap-4">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h2 id={headingId} className="text-lg">
          {t('settings.title')}
        </h2>
        {changedFrom && (
          <Button
            size="sm"
            look="quiet"
            icon={<Undo2 aria-hidden="true" />}
            onClick={() => choice.training.setDraft(changedFrom)}
          >
            {t('settings.undo')}
          </Button>
        )}
      </div>
      <SettingsFields {...choice} shows={above} />
      {(asked !== null || hidden.length > 0) && (
        <Button
          size="sm"
          look="quiet"
          className="-ml-2 self-start"
          aria-expanded={asked !== null}
          aria-controls={moreId}
          icon={<Arrow aria-hidden="true" />}
          onClick={() => setAsked(asked ? null : new Set(hidden))}
        >
          {t(asked ? 'settings.fewer' : 'settings.more')}
        </Button>
      )}
      <div id={moreId} className="flex flex-col gap-4 empty:hidden">
        {asked && <SettingsFields {...choice} shows={below} />}
      </div>
    </OneStopGroup>
  );
});
