'use client';

import { useTranslations } from 'use-intl';
import { object, oneOf, type Shape } from '@/base/shape';
import type { ProgramBlock } from '@/engine/dense/training-program';
import type { BlockSettings } from './use-program-run';

/** Learning rates on offer: too small, right, and too large are among them. */
const RATES = [0.1, 0.3, 1, 3, 10] as const;

export const FIRST_SETTINGS: BlockSettings = {
  loss: 'binary-cross-entropy',
  optimizer: 'sgd',
  learningRate: 1,
  feed: 'next',
};

const LOSSES = ['binary-cross-entropy', 'squared-error'] as const;
const RULES = ['sgd', 'momentum', 'adam'] as const;
const FEEDS = ['next', 'same'] as const;

interface Props {
  block: ProgramBlock;
  settings: BlockSettings;
  onChange(settings: BlockSettings): void;
}

/** What can be chosen at a block; nothing for the others. */
export function BlockSettingsFields({ block, settings, onChange }: Props) {
  const t = useTranslations('loop.setting');
  switch (block) {
    case 'loss':
      return (
        <Choice
          label={t('loss')}
          value={settings.loss}
          choices={LOSSES.map((value) => ({ value, label: t(value) }))}
          onChange={(loss) => onChange({ ...settings, loss })}
        />
      );
    case 'rule':
      return (
        <>
          <Choice
            label={t('rule')}
            value={settings.optimizer}
            choices={RULES.map((value) => ({ value, label: t(value) }))}
            onChange={(optimizer) => onChange({ ...settings, optimizer })}
          />
          <Choice
            label={t('rate')}
            value={String(settings.learningRate)}
            choices={RATES.map((value) => ({
              value: String(value),
              label: t('rateIs', { rate: String(value) }),
            }))}
            onChange={(rate) => onChange({ ...settings, learningRate: Number(rate) })}
          />
        </>
      );
    case 'feed':
      return (
        <Choice
          label={t('feed')}
          value={settings.feed}
          choices={FEEDS.map((value) => ({ value, label: t(value) }))}
          onChange={(feed) => onChange({ ...settings, feed })}
        />
      );
    default:
      return null;
  }
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}

/** A small native select: it stands inside a block. */
function Choice<Value extends string>({ label, value, choices, onChange }: ChoiceProps<Value>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
      className="min-h-7 max-w-full rounded-sm border border-line-strong bg-surface px-1 text-sm pointer-coarse:min-h-11"
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** Settings as they are kept. */
export const settingsShape: Shape<BlockSettings> = object({
  loss: oneOf(LOSSES),
  optimizer: oneOf(RULES),
  learningRate: oneOf(RATES),
  feed: oneOf(FEEDS),
});
