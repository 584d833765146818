'use client';

import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/client/ui/icon-button';
import type { Begun } from '@/engine/playground/messages';
import type { BenchModel, BenchSnapshot } from '../model/bench-model';
import { useSlowFrame } from '../model/use-bench-model';
import { useRunNote } from '../run/run-notices';
import type { WeightTarget } from './network-view';
import { useWeightWords } from './use-weight-words';

interface Props {
  model: BenchModel;
  snapshot: BenchSnapshot;
  begun: Begun;
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
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => field.current?.focus(), []);
  const reach = Math.max(REACH, Math.ceil(Math.abs(Number.isFinite(value) ? value : 0)));
  const typed = draft === null ? null : Number(draft.replace(',', '.').replace('−', '-'));
  const wrong = draft !== null && (draft.trim() === '' || !Number.isFinite(typed));
  const set = (next: number) => model.setWeight(target.index, next);
  const close = () => {
    onClose();
    document.getElementById(target.element)?.focus();
  };
  const commit = () => {
    if (draft === null || wrong) return;
    set(typed!);
    setDraft(null);
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
            setDraft(null);
            set(event.target.valueAsNumber);
          }}
          style={{ '--share': (value + reach) / (2 * reach) }}
        />
        <input
          ref={field}
          type="text"
          inputMode="decimal"
          aria-label={t('weight.exact', { name: target.label })}
          aria-invalid={wrong || undefined}
          disabled={held}
          data-testid="weight-value"
          className="tabular min-h-8 w-20 rounded-sm border border-line-strong bg-surface-raised px-2 text-right text-sm aria-invalid:border-2 aria-invalid:border-danger pointer-coarse:min-h-11"
          value={draft ?? (Number.isFinite(value) ? String(Number(value.toFixed(4))) : String(value))}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => {
            commit();
            setDraft(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            const by = event.key === 'ArrowUp' ? 0.1 : event.key === 'ArrowDown' ? -0.1 : 0;
            if (by === 0) return;
            event.preventDefault();
            setDraft(null);
            set(Number((value + by).toFixed(4)));
          }}
        />
        <IconButton label={t('weight.close')} icon={<X aria-hidden="true" />} size="sm" onClick={close} />
      </div>
    </div>
  );
}
