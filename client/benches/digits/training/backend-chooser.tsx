'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { CurrentRun } from '@/client/training/current-run';
import type { TrainingSnapshot } from '@/client/training/training';
import { Notice } from '@/client/ui/notice';
import { SelectField } from '@/client/ui/select-field';
import { hasSimd } from '@/engine/kernels/simd';

type Choice = TrainingSnapshot['backendChoice'];

interface Props {
  choice: Choice;
  facts: CurrentRun['backend'];
  onChoose(choice: Choice): void;
}

const CHOICES: readonly Choice[] = ['auto', 'kernels', 'webgl', 'webgpu', 'wasm', 'cpu'];

/**
 * Whether this browser gives a WebGL 2 context at all, whether it has WebGPU (only an address with https does), and whether its WebAssembly can do what
 * the kernels need; null until asked.
 */
function useDevice(): { webGl: boolean | null; webGpu: boolean; simd: boolean | null } {
  const [there, setThere] = useState<ReturnType<typeof useDevice>>({
    webGl: null,
    webGpu: false,
    simd: null,
  });
  useEffect(() => {
    const context = document.createElement('canvas').getContext('webgl2');
    setThere({ webGl: context !== null, webGpu: 'gpu' in navigator, simd: hasSimd() });
    // Browsers allow few contexts: give this one back at once.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }, []);
  return there;
}

/** What the training runs on, why, and the choice of another. */
export function BackendChooser({ choice, facts, onChoose }: Props) {
  const t = useTranslations('bench');
  const backends = useTranslations('common.backends');
  const numbers = useNumbers();
  const { webGl, webGpu, simd } = useDevice();
  const here = CHOICES.filter((name) => name !== 'webgpu' || webGpu);
  const missing: Partial<Record<Choice, boolean>> = {
    webgl: webGl === false,
    kernels: simd === false,
  };
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <SelectField
        label={t('backend.title')}
        value={choice}
        onChange={onChoose}
        choices={(here.includes(choice) ? here : [...here, choice]).map((value) => ({
          value,
          label: t(`backend.${value}`),
          disabled: missing[value] === true,
        }))}
      />
      {webGl === false && <Notice tone="info">{t('backend.noWebgl')}</Notice>}
      {simd === false && <Notice tone="info">{t('backend.noSimd')}</Notice>}
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
                      name: backends(backend),
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
