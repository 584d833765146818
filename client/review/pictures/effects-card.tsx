'use client';

import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { ClassRun } from '@/client/review/runs/run-fields';
import type { RunWords } from '@/client/review/runs/use-run-words';
import { settingOf, variedSettings } from '@/client/review/settings';
import { Card } from '@/client/ui/card';
import { EffectTable } from './effect-table';
import { runTrials } from './run-trials';
import { deviationBySeed, type SettingEffect, settingEffects } from './setting-effects';

interface Props {
  runs: readonly ClassRun[];
  words: RunWords;
}

/** Beyond this chance alone gives as much too often to speak of. */
const LIKELY_CHANCE = 0.05;

/** Which setting mattered, in this class: how much of what the results differ by goes with each, with its error. */
export function EffectsCard({ runs, words }: Props) {
  const t = useTranslations('pictures.effects');
  const numbers = useNumbers();
  // In the browser alone, once the page stands: a server with thirty classes has other things to do.
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => setTold(tellEffects(runs)), [runs]);
  const percent = (share: number) => numbers.percent(share, 0);
  const labels = useMemo(() => valueLabels(runs, words), [runs, words]);
  const say = (effect: SettingEffect): string => {
    const name = words.name(effect.setting);
    switch (effect.kind) {
      case 'measured': {
        const figures = { name, share: percent(effect.share), chance: percent(effect.chance) };
        if (effect.p > LIKELY_CHANCE) return t('chance', figures);
        const [low, high] = effect.interval.map(percent) as [string, string];
        return t('measured', { ...figures, low, high });
      }
      case 'confounded':
        return t('confounded', { name, other: words.name(effect.with) });
      case 'few':
        return t('few', { name });
      case 'alike':
        return t('alike', { name });
    }
  };
  if (told === null) return <Card as="section" title={t('title')} className="min-h-96" />;
  const { effects, bySeed, diverged, leftOut, counted } = told;
  return (
    <Card as="section" title={t('title')}>
      <p className="mb-4 max-w-prose text-sm text-ink-soft">{t('lead', { count: counted })}</p>
      {effects.length === 0 && <p className="text-sm">{t('none')}</p>}
      <ul className="grid gap-x-8 gap-y-4 lg:grid-cols-2" data-testid="effects">
        {effects.map((effect) => (
          <li key={effect.setting} data-setting={effect.setting} data-kind={effect.kind}>
            <p className="text-sm font-semibold">{words.name(effect.setting)}</p>
            {effect.kind === 'measured' && <ShareBar effect={effect} label={say(effect)} />}
            <p className="mt-1 max-w-prose text-sm text-ink-soft">{say(effect)}</p>
            <EffectTable
              effect={effect}
              name={words.name(effect.setting)}
              labelOf={(value) => labels.get(`${effect.setting} ${value}`) ?? '–'}
            />
          </li>
        ))}
      </ul>
      <div className="mt-4 flex max-w-prose flex-col gap-1 border-t border-line pt-3 text-sm text-ink-soft">
        {bySeed && (
          <p>{t('bySeed', { deviation: numbers.decimal(bySeed.deviation, 1), runs: bySeed.runs })}</p>
        )}
        {diverged > 0 && <p>{t('diverged', { count: diverged })}</p>}
        {leftOut > 0 && <p>{t('leftOut', { count: leftOut })}</p>}
        <p>{t('caution')}</p>
      </div>
    </Card>
  );
}

type Told = ReturnType<typeof tellEffects>;

/** All that is told of the runs' settings. */
function tellEffects(runs: readonly ClassRun[]) {
  const { trials, ...rest } = runTrials(runs);
  const settings = variedSettings(runs.map(({ experiment }) => experiment)).filter((id) => id !== 'seed');
  return {
    ...rest,
    counted: trials.length,
    effects: settingEffects(trials, settings),
    bySeed: deviationBySeed(trials),
  };
}

/** What each value of each setting is called. */
function valueLabels(runs: readonly ClassRun[], words: RunWords): Map<string, string> {
  const labels = new Map<string, string>();
  const varied = variedSettings(runs.map(({ experiment }) => experiment));
  for (const run of runs)
    for (const id of varied) {
      const key = `${id} ${settingOf(run.experiment, id)}`;
      if (!labels.has(key)) labels.set(key, words.value(run, id));
    }
  return labels;
}

interface BarProps {
  effect: SettingEffect & { kind: 'measured' };
  label: string;
}

/** The share as a bar, its interval as a line on it, and what chance alone gives as a mark. */
function ShareBar({ effect: { share, interval, chance, p }, label }: BarProps) {
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`;
  return (
    <div
      role="img"
      aria-label={label}
      className="relative mt-1 h-6 max-w-xl overflow-hidden rounded-sm border border-line bg-surface-sunken"
    >
      <span
        className={`absolute inset-y-0 left-0 ${p > LIKELY_CHANCE ? 'bg-line-strong' : 'bg-accent'}`}
        style={{ width: percent(share) }}
      />
      <span
        className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full border border-surface-raised bg-ink"
        style={{ left: percent(interval[0]), width: percent(interval[1] - interval[0]) }}
      />
      <span
        className="absolute inset-y-0 border-l-2 border-dashed border-negative"
        style={{ left: percent(chance) }}
      />
    </div>
  );
}
