'use client';

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel, BenchSnapshot } from '@/client/benches/playground/model/bench-model';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { useRunNote } from '@/client/benches/playground/run/run-notices';
import { IconButton } from '@/client/ui/icon-button';
import { TypedNumber } from '@/client/ui/typed-number';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import { LIMITS } from '@/protocol/limits';
import type { WeightTarget } from './network-view';
import { useWeightWords } from './use-weight-words';

interface Props {
  model: BenchModel;
  snapshot: BenchSnapshot;
  begun: PlaygroundBegun;
  /** Only looked at. */
  looked: WeightTarget | null;
  /** Being edited. */
  edited: WeightTarget | null;
  open: boolean;
  held: boolean;
  onClose(): void;
}

/** The reach of the slider; weights beyond it stretch it. */
const REACH = 5;

/** One weight or bias: what it is, its value now, and how to change it. Keeps its room, so that nothing jumps. */
export function WeightStrip({ model, snapshot, begun, looked, edited, open, held, onClose }: Props) {
  const t = useTranslations('playground');
  const words = useWeightWords();
  const frame = useSlowFrame(model.frames, begun);
  // What the training has come to stands here while no weight is looked at.
  const note = useRunNote({ model, snapshot });
  const shown = edited ?? looked;
  const value = shown && frame ? (frame.weights[shown.index] ?? null) : null;
  if (note && !edited && !looked) return <div className="min-h-17">{note}</div>;
  return (
    <div
      className="flex min-h-17 items-center rounded-md border border-line bg-surface-raised px-3 py-1.5 text-sm"
      data-testid="weight-strip"
    >
      {!shown || value === null ? (
        <p className="text-xs text-ink-soft">{t(open ? 'weight.hint' : 'weight.hintClosed')}</p>
      ) : edited ? (
        <Editor
          key={edited.index}
          model={model}
          target={edited}
          value={value}
          held={held}
          onClose={onClose}
        />
      ) : (
        <p className="flex min-w-0 flex-1 justify-between gap-3">
          <span className="truncate">{shown.label}</span>
          <b className={`tabular ${value < 0 ? 'text-negative' : 'text-positive'}`}>{words.write(value)}</b>
        </p>
      )}
    </div>
  );
}

interface EditorProps {
  model: BenchModel;
  target: WeightTarget;
  value: number;
  held: boolean;
  onClose(): void;
}

function Editor({ model, target, value, held, onClose }: EditorProps) {
  const t = useTranslations('playground');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const reach = Math.max(REACH, Math.ceil(Math.abs(Number.isFinite(value) ? value : 0)));
  const set = (next: number) => model.setWeight(target.index, next);
  const close = () => {
    onClose();
    document.getElementById(target.element)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes, wherever the focus is inside.
    <div
      className="min-w-0 flex-1"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <p className="truncate text-xs font-semibold">{target.label}</p>
      <div className="flex items-center gap-2">
        <input
          type="range"
          className="slider min-w-0 flex-1"
          aria-label={t('weight.slider', { name: target.label })}
          min={-reach}
          max={reach}
          step={0.05}
          value={Number.isFinite(value) ? value : 0}
          disabled={held}
          onChange={(event) => {
            set(event.target.valueAsNumber);
          }}
          style={{ '--share': (value + reach) / (2 * reach) }}
        />
        <TypedNumber
          ref={field}
          aria-label={t('weight.exact', { name: target.label })}
          disabled={held}
          data-testid="weight-value"
          value={value}
          onChange={(next) => next !== null && set(next)}
          write={(now) => (Number.isFinite(now) ? String(Number(now.toFixed(4))) : String(now))}
          least={-LIMITS.largestWeight}
          most={LIMITS.largestWeight}
          taken="leaving"
          step={0.1}
          onFocus={(event) => event.target.select()}
          className="min-h-8 w-20 rounded-sm px-2 text-right text-sm pointer-coarse:min-h-11"
        />
        <IconButton label={t('weight.close')} icon={<X aria-hidden="true" />} size="sm" onClick={close} />
      </div>
    </div>
  );
}
