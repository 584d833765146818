'use client';

import { ArrowRight, Lightbulb } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { useFacts } from '@/client/benches/frame/use-facts';
import { useKept } from '@/client/benches/frame/use-kept';
import { useReached } from '@/client/benches/frame/use-reached';
import { useElementWidth } from '@/client/charts/use-element-width';
import { broken } from '@/client/i18n/broken';
import { Button } from '@/client/ui/button';
import { Toggle } from '@/client/ui/toggle';
import { calculate } from './arithmetic';
import { formulaOf, writeQuantity } from './equation';
import { FieldNote } from './field-note';
import { beginWork, blanksOf, exerciseOf, type FillWork, fillShape } from './fill-work';
import { Keypad } from './keypad';
import { NetworkDrawing } from './network-drawing';
import { layoutFor } from './network-layout';
import { PANEL } from './panel-classes';
import { factorsOf, isBackward, type QuantityId, quantity, valuesOf } from './quantities';
import { SlopeField } from './slope-field';
import { useActiveField } from './use-active-field';
import { useQuantityNames } from './use-quantity-names';
import { type BlankVerdict, judge } from './wrong-reason';

/** Misses after which the number can be shown: nobody is stuck. */
const SHOW_AFTER = 2;

/** Lesson 8: fill in one way back through the network; each number is judged at once, with the reason. */
export default function BackpropagationFill({ place }: BenchProps<'backpropagation-fill'>) {
  const t = useTranslations('backpropagation');
  const nameOf = useQuantityNames();
  const [work, keep] = useKept<FillWork>(place, 'fill', beginWork(0), fillShape);
  const exercise = useMemo(() => exerciseOf(place.seed, work.round), [place.seed, work.round]);
  const values = useMemo(() => valuesOf(exercise), [exercise]);
  const blanks = blanksOf(work.round);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const [hints, setHints] = useState(false);

  const verdictOf = (id: QuantityId): BlankVerdict | null => {
    const text = work.texts[id];
    if (text === undefined) return null;
    const value = calculate(text);
    if (value === null) return null;
    const verdict = judge(id, value, values);
    // Right is told while typing; wrong only once the student is done.
    return verdict.right || work.judged[id] === text ? verdict : null;
  };
  const verdicts = new Map(blanks.map((id) => [id, verdictOf(id)]));
  const isDone = (id: QuantityId) => verdicts.get(id)?.right === true;
  const right = blanks.filter(isDone).length;
  const done = right === blanks.length;

  useReached(place, 'fields', right, blanks.length);
  useFacts<'backpropagation-fill'>(place, { done });

  const onText = (id: QuantityId, text: string) => keep({ ...work, texts: { ...work.texts, [id]: text } });
  const field = useActiveField(blanks[0]!, onText);
  const { active } = field;

  useSaid(right, (count) =>
    place.announce(
      count === blanks.length ? t('fill.done') : t('fill.count', { right: count, of: blanks.length }),
    ),
  );

  const commit = (id: QuantityId, how: 'enter' | 'leave') => {
    const text = work.texts[id];
    const value = text === undefined ? null : calculate(text);
    if (text === undefined || value === null) return;
    const verdict = judge(id, value, values);
    if (verdict.right) {
      const next = blanks.find((other) => other !== id && !isDone(other));
      if (how === 'enter' && next) field.focus(next);
    } else if (work.judged[id] !== text) {
      keep({
        ...work,
        judged: { ...work.judged, [id]: text },
        misses: { ...work.misses, [id]: (work.misses[id] ?? 0) + 1 },
      });
      place.announce(reasonText(id, verdict));
    }
  };

  const reasonText = (id: QuantityId, { reason, about }: BlankVerdict) =>
    reason === null
      ? ''
      : t(`reason.${reason}`, {
          symbol: quantity(id).symbol,
          about: about === null ? '' : quantity(about).symbol,
          formula: formulaText(id),
        });

  const press = (id: QuantityId) => {
    if (blanks.includes(id)) field.focus(id);
    else if (isKnown(id)) field.insertNumber(writeQuantity(id, values[id]));
  };
  const isKnown = (id: QuantityId) => !isBackward(id) || done || isDone(id);
  const verdict = verdicts.get(active) ?? null;
  const wrong = verdict !== null && !verdict.right;
  const newWork = (round: number) => {
    keep(beginWork(round));
    field.setActive(blanksOf(round)[0]!);
  };

  return (
    <BenchFrame label={t('fill.label')} held={place.held}>
      <div className="@container">
        <div className="flex flex-col gap-x-5 gap-y-3 @min-[50rem]:grid @min-[50rem]:items-start @min-[50rem]:grid-cols-[minmax(0,1.75fr)_minmax(19rem,1fr)]">
          <div ref={ref} className="min-w-0">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="tabular text-sm font-semibold" data-testid="fill-right" data-right={right}>
                {t('fill.count', { right, of: blanks.length })}
              </p>
              <Toggle label={t('fill.hints')} checked={hints} onChange={setHints} />
            </div>
            <p className="mt-1 mb-2 text-sm text-ink-soft">
              <span>{t('fill.insert')}</span> <span className="pointer-coarse:hidden">{t('fill.keys')}</span>
            </p>
            <NetworkDrawing
              layout={layoutFor(width)}
              label={t('fill.now', { right, of: blanks.length })}
              values={values}
              lookOf={(id) => {
                if (blanks.includes(id) && !isDone(id)) {
                  const found = verdicts.get(id);
                  const value = calculate(work.texts[id] ?? '');
                  return {
                    text: value === null ? '?' : writeQuantity(id, value),
                    state: found && !found.right ? 'wrong' : 'blank',
                  };
                }
                return {
                  text: writeQuantity(id, values[id]),
                  state: isKnown(id) ? (blanks.includes(id) ? 'right' : 'known') : 'unknown',
                  negative: values[id] < 0,
                };
              }}
              labelOf={(id) => {
                if (blanks.includes(id) && !isDone(id)) return t('fill.blank', { name: nameOf(id) });
                return isKnown(id)
                  ? t('fill.insertOne', { name: nameOf(id), value: writeQuantity(id, values[id]) })
                  : `${nameOf(id)}: ${t('watch.unknown')}`;
              }}
              selected={active}
              factors={
                hints
                  ? new Set(factorsOf(active))
                  : new Set(wrong && verdict.about !== null ? [verdict.about] : [])
              }
              flow={null}
              onPress={press}
              forField={{ pictureId: field.pictureId, onLeave: field.leavePicture }}
            />
          </div>
          <div className={PANEL}>
            <div className="flex flex-col rounded-md bg-surface-raised sm:border sm:border-line-strong sm:p-1.5">
              {blanks.map((id) => (
                <SlopeField
                  key={`${work.round} ${id}`}
                  id={id}
                  text={work.texts[id] ?? ''}
                  state={verdicts.get(id) ? (isDone(id) ? 'right' : 'wrong') : 'open'}
                  active={active === id}
                  describedBy={active === id ? 'fill-reason' : undefined}
                  onText={(text) => onText(id, text)}
                  onCommit={(how) => commit(id, how)}
                  onFocus={() => field.setActive(id)}
                  pictureId={field.pictureId}
                  onEnterPicture={field.enterPicture}
                  register={field.register}
                />
              ))}
            </div>
            <FieldNote id={active} text={work.texts[active] ?? ''} />
            <Keypad onKey={field.insertKey} onErase={field.erase} onEnter={() => commit(active, 'enter')} />
            <div className="min-h-20 rounded-md sm:min-h-26 bg-surface-sunken px-3 py-2 text-sm">
              <div id="fill-reason">
                {done ? (
                  <p className="font-semibold text-ok">{t('fill.done')}</p>
                ) : wrong ? (
                  <p>
                    <strong translate="no" className="text-danger">{`${quantity(active).symbol}: `}</strong>
                    <span>{broken(reasonText(active, verdict))}</span>
                  </p>
                ) : isDone(active) ? (
                  <p className="text-ok">{broken(t('fill.right', { symbol: quantity(active).symbol }))}</p>
                ) : (
                  <p className="text-ink-soft" translate={hints ? 'no' : undefined}>
                    {broken(
                      hints
                        ? `${quantity(active).symbol} = ${formulaText(active)}`
                        : t(`ask.${askOf(active)}`, { symbol: quantity(active).symbol }),
                    )}
                  </p>
                )}
              </div>
              <div className="mt-1.5 flex flex-wrap gap-2">
                {wrong && (work.misses[active] ?? 0) >= SHOW_AFTER && (
                  <Button
                    size="sm"
                    icon={<Lightbulb aria-hidden="true" />}
                    onClick={() => onText(active, writeQuantity(active, values[active]))}
                  >
                    {t('fill.show')}
                  </Button>
                )}
                {done && (
                  <Button
                    size="sm"
                    look="primary"
                    icon={<ArrowRight aria-hidden="true" />}
                    onClick={() => newWork(work.round + 1)}
                  >
                    {t('fill.next')}
                  </Button>
                )}
                {!done && (
                  <Button size="sm" look="quiet" onClick={() => newWork(work.round)}>
                    {t('fill.clear')}
                  </Button>
                )}
              </div>
            </div>
          </div>
        </div>
      </div>
    </BenchFrame>
  );
}

/** The formula of a number in signs. */
function formulaText(id: QuantityId): string {
  return (formulaOf(id) ?? [])
    .map((piece) => (typeof piece === 'string' ? piece : quantity(piece.id).symbol))
    .join('');
}

/** Which question asks for a number. */
function askOf(id: QuantityId): 'lossSlope' | 'delta' | 'passed' | 'weightSlope' | 'biasSlope' {
  if (id === 'dy3') return 'lossSlope';
  if (id.startsWith('dy')) return 'passed';
  if (id.startsWith('d')) return 'delta';
  return id.startsWith('gw') ? 'weightSlope' : 'biasSlope';
}

/** Says a count when it has grown; silent at first. */
function useSaid(count: number, say: (count: number) => void) {
  const [before, setBefore] = useState(count);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the count changes, whatever else does.
  useEffect(() => {
    if (count === before) return;
    setBefore(count);
    if (count > before) say(count);
  }, [count]);
}
