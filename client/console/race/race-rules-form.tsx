'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RaceInWords } from '@/client/challenge/race/race-in-words';
import { useConsole } from '@/client/console/console-context';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Form } from '@/client/ui/form';
import { Notice } from '@/client/ui/notice';
import { NumberField } from '@/client/ui/number-field';
import { SegmentedControl } from '@/client/ui/segmented-control';
import { Toggle } from '@/client/ui/toggle';
import {
  countsTraining,
  isRankable,
  isSameRace,
  RACE_BAR,
  RACE_LIMITS,
  RACE_METRICS,
  type RaceRules,
} from '@/protocol/race';
import type { TeacherView } from '@/protocol/views';
import { RaceLimitField } from './race-limit-field';
import { TeamChoice } from './team-choice';

interface Props {
  view: TeacherView;
  /** The rules are set. */
  onSet(): void;
}

/** What a race is about, what it limits, and with what it is compared. Nothing holds before it is set. */
export function RaceRulesForm({ view, onSet }: Props) {
  const t = useTranslations('console.race');
  const numbers = useNumbers();
  const { ask, offlineReason } = useConsole();
  const { race, reproduce } = view.class;
  const [rules, setRules] = useState<RaceRules>(race);
  const change = (changes: Partial<RaceRules>) => setRules((before) => ({ ...before, ...changes }));
  const handedIn = view.roster.reduce((sum, { submissions }) => sum + submissions, 0);
  const same = isSameRace(rules, race);
  return (
    <Form
      aria-label={t('rules')}
      className="flex min-w-0 flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await ask({ type: 'race:set', rules })) onSet();
      }}
    >
      <SegmentedControl
        label={t('metric')}
        labelVisible
        value={rules.metric}
        onChange={(metric) => change({ metric })}
        segments={RACE_METRICS.map((value) => ({ value, label: t(`metrics.${value}`) }))}
      />
      {rules.metric !== 'accuracy' && (
        <NumberField
          label={t('bar')}
          hint={t('barHint')}
          value={Math.round(rules.bar * 1_000) / 10}
          onChange={(percent) => change({ bar: Math.round(percent * 10) / 1_000 })}
          min={RACE_BAR.least * 100}
          max={RACE_BAR.most * 100}
          step={1}
          digits={1}
          className="max-w-72"
        />
      )}
      <TeamChoice rules={rules} roster={view.roster} onChange={(teams) => change({ teams })} />
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="mb-1 text-sm font-semibold">{t('limits')}</legend>
        {RACE_LIMITS.map((name) => (
          <RaceLimitField
            key={name}
            name={name}
            most={rules.limits[name]}
            onChange={(most) => change({ limits: { ...rules.limits, [name]: most } })}
          />
        ))}
        <p className="text-sm text-ink-soft">{t('limitsHint')}</p>
      </fieldset>
      <Toggle
        label={t('baselines')}
        hint={t('baselinesHint')}
        checked={rules.baselines}
        onChange={(baselines) => change({ baselines })}
      />
      <p
        data-testid="race-in-words"
        className="rounded-md border border-line bg-surface-sunken px-3 py-2 text-sm"
      >
        <RaceInWords race={rules} />
      </p>
      {countsTraining(rules) && !reproduce && <p className="text-sm text-ink-soft">{t('unproven')}</p>}
      {handedIn > 0 && !same && (
        <Notice tone="warn" title={t('anew', { count: handedIn, number: numbers.integer(handedIn) })}>
          {t('anewText')}
        </Notice>
      )}
      <div>
        <Button
          type="submit"
          look="primary"
          disabledReason={
            offlineReason ?? (same ? t('same') : isRankable(rules) ? undefined : t('teamsByAccuracy'))
          }
        >
          {t('set')}
        </Button>
      </div>
    </Form>
  );
}
