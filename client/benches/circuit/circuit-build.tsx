'use client';

import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { object, oneOf, partOf, type Shape } from '@/base/shape';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import { BenchHead } from '@/client/benches/frame/bench-head';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useEdits } from '@/client/benches/frame/use-edits';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useReached } from '@/client/benches/frame/use-reached';
import { useRowsAnnouncer } from '@/client/benches/unit/use-rows-announcer';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { SelectField } from '@/client/ui/select-field';
import { FEWEST_UNITS } from '@/engine/challenges/circuits';
import { CircuitEditor } from './circuit-editor';
import { circuitOf, layersShape } from './circuit-edits';
import { CIRCUIT_TARGETS, type CircuitTarget, setupOf, type TwoLayers } from './circuit-goals';
import { circuitStart, PRESETS, presetsOf } from './circuit-presets';
import { circuitState } from './circuit-state';
import { CircuitStatus } from './circuit-status';

interface Work {
  target: CircuitTarget;
  /** What was built for each goal; the rest is at its start. */
  built: Partial<Record<CircuitTarget, TwoLayers>>;
}

export const circuitShape: Shape<Work> = object({
  target: oneOf(CIRCUIT_TARGETS),
  built: partOf(CIRCUIT_TARGETS, (target) => layersShape(setupOf(target))),
});

/** Lesson 3: two layers of perceptrons; the first cuts, the second combines. */
export default function CircuitBuild({ options, place }: BenchProps<'circuit-build'>) {
  const t = useTranslations('circuit');
  const numbers = useNumbers();
  const { value, change, undo, canUndo } = useEdits<Work>(
    place,
    'circuit',
    { target: options.target, built: {} },
    circuitShape,
  );
  const { target, built } = value;
  const setup = useMemo(() => setupOf(target), [target]);
  const layers = built[target] ?? circuitStart(target);
  const state = useMemo(() => circuitState(circuitOf(layers, setup.inputs), setup), [layers, setup]);
  const fewest = target === 'xor' || target === 'parity-3' || target === 'box' ? FEWEST_UNITS[target] : null;
  const put = (next: TwoLayers, key: string | null) =>
    change({ target, built: { ...built, [target]: next } }, key === null ? null : `${target} ${key}`);
  const { of } = state;
  const isBox = setup.box !== null;
  useRowsAnnouncer(
    state.right,
    useCallback(
      (right) =>
        right === of
          ? t('said.done')
          : isBox
            ? t('said.places', { share: numbers.percent(right / of) })
            : t('said.rows', { right, of }),
      [of, isBox, t, numbers],
    ),
    place.announce,
  );
  // A box has hundreds of places: all of them are the goal.
  useReached(place, isBox ? 'goal' : 'rows', isBox ? Number(state.done) : state.right, isBox ? 1 : of);
  useFacts<'circuit-build'>(place, {
    ...{ target, right: isBox ? 0 : (state.right ?? 0), all: state.done },
    first: layers.first.length,
  });
  const note = state.done
    ? t(state.units === fewest ? 'note.doneFewest' : 'note.done', { units: state.units })
    : target === 'xor' || target === 'parity-3' || target === 'box' || target === 'free'
      ? t(`note.${target}`)
      : t('note.gate');
  return (
    <BenchFrame label={t('build.label')} held={place.held}>
      <BenchHead
        onUndo={undo}
        canUndo={canUndo}
        onReset={() => put(circuitStart(target), null)}
        status={<CircuitStatus state={state} isBox={isBox} fewest={state.done ? fewest : null} />}
      >
        <SelectField
          label={t('build.goal')}
          value={target}
          onChange={(next) => change({ target: next, built }, null)}
          choices={CIRCUIT_TARGETS.map((one) => ({ value: one, label: t(`goal.${one}`) }))}
          className="w-48"
        />
        <p className="min-h-11 min-w-0 flex-1 basis-36 self-end text-sm text-ink-soft">{note}</p>
      </BenchHead>
      <CircuitEditor
        key={target}
        setup={setup}
        layers={layers}
        state={state}
        onChange={put}
        lockedWords=""
        held={place.held !== null}
        tools={
          // Whole circuits to look at: where nothing is asked, or once it is answered.
          (target === 'free' || state.done) &&
          presetsOf(target).length > 0 && (
            // biome-ignore lint/a11y/useSemanticElements: two buttons in a row are no form's fieldset.
            <div role="group" aria-label={t('presets.label')} className="flex flex-wrap items-center gap-2">
              <span aria-hidden="true" className="text-sm text-ink-soft">
                {t('presets.label')}
              </span>
              {presetsOf(target).map((name) => (
                <Button key={name} size="sm" onClick={() => put(PRESETS[name], null)}>
                  {t(`presets.${name}`)}
                </Button>
              ))}
            </div>
          )
        }
      />
    </BenchFrame>
  );
}
