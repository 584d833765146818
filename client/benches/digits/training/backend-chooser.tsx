'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { CurrentRun, TrainingSnapshot } from '@/client/training/training';
import { Notice } from '@/client/ui/notice';
import { SelectField } from '@/client/ui/select-field';

type Choice = TrainingSnapshot['backendChoice'];

interface Props {
  choice: Choice;
  facts: CurrentRun['backend'];
  onChoose(choice: Choice): void;
}

const CHOICES: readonly Choice[] = ['auto', 'webgl', 'wasm', 'cpu'];

/** Whether this browser gives a WebGL 2 context at all; null until asked. */
function useWebGl(): boolean | null {
  const [there, setThere] = useState<boolean | null>(null);
  useEffect(() => {
    const context = document.createElement('canvas').getContext('webgl2');
    setThere(context !== null);
    // Browsers allow few contexts: give this one back at once.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }, []);
  return there;
}

/** What the training runs on, why, and the choice of another. */
export function BackendChooser({ choice, facts, onChoose }: Props) {
  const t = useTranslations('bench');
  const numbers = useNumbers();
  const webGl = useWebGl();
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <SelectField
        label={t('backend.title')}
        value={choice}
        onChange={onChoose}
        choices={(CHOICES.includes(choice) ? CHOICES : [...CHOICES, choice]).map((value) => ({
          value,
          label: t(`backend.${value}`),
          disabled: value === 'webgl' && webGl === false,
        }))}
      />
      {webGl === false && <Notice tone="info">{t('backend.noWebgl')}</Notice>}
      <div className="min-h-11 text-sm text-ink-soft">
        {facts === null ? (
          <p>{t('backend.none')}</p>
        ) : (
          <>
            <p>
              <span className="font-semibold text-ink">{t(`backend.${facts.backend}`)}</span>{' '}
              <span>{`${t(`backend.why.${facts.why}`)} ${facts.software ? t('backend.software') : ''}`}</span>
            </p>
            {facts.renderer !== null && (
              <p className="truncate" title={facts.renderer}>
                {facts.renderer}
              </p>
            )}
            {facts.measured.length > 0 && (
              <p className="tabular">
                {facts.measured
                  .map(({ backend, stepMs }) =>
                    t('backend.measured', {
                      name: t(`backend.short.${backend}`),
                      ms: numbers.decimal(stepMs, stepMs < 10 ? 1 : 0),
                    }),
                  )
                  .join(' · ')}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
