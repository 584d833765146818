'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { object, or, type Shape } from '@/base/shape';
import { BenchFrame } from '@/client/benches/frame/bench-frame';
import type { BenchProps } from '@/client/benches/frame/bench-place';
import { ChallengeBoard } from '@/client/benches/frame/challenge-board';
import { useHandIn } from '@/client/benches/frame/use-hand-in';
import { useKept } from '@/client/benches/frame/use-kept';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { classNames } from '@/client/ui/class-names';
import { gradientsChallenge, rightSlopes } from '@/engine/challenges/gradients';
import type { GradientsAnswer } from '@/protocol/challenges/gradients-answer';
import { calculate } from './arithmetic';
import { writeQuantity } from './equation';
import { FieldNote } from './field-note';
import { textsShape } from './fill-work';
import { Keypad } from './keypad';
import { NetworkDrawing } from './network-drawing';
import { layoutFor } from './network-layout';
import { PANEL } from './panel-classes';
import { isBackward, type QuantityId, valuesOf } from './quantities';
import { type FieldState, SlopeField } from './slope-field';
import { useActiveField } from './use-active-field';
import { useQuantityNames } from './use-quantity-names';

/** What is asked for, in the order of the answer (`gradientBlanks`). */
const ASKED: readonly QuantityId[] = ['gw5', 'gw6', 'gb3', 'gw1', 'gw2', 'gb1', 'gw3', 'gw4', 'gb2'];

/** How they stand on the page: unit by unit, the bias first, since its slope is the unit's δ. */
const GROUPS = [
  { key: 'output', ids: ['gb3', 'gw5', 'gw6'] },
  { key: 'first', ids: ['gb1', 'gw1', 'gw2'] },
  { key: 'second', ids: ['gb2', 'gw3', 'gw4'] },
] as const satisfies readonly { key: string; ids: readonly QuantityId[] }[];

type Texts = Partial<Record<QuantityId, string>>;
interface Work {
  texts: Texts;
  /** As it was when last handed in; null before. */
  handedIn: Texts | null;
}

/** Lesson 8's challenge: all nine slopes of the network that the class was dealt. */
export default function BackpropagationChallenge({ place }: BenchProps<'backpropagation-challenge'>) {
  const t = useTranslations('backpropagation');
  const nameOf = useQuantityNames();
  const refusalText = useRefusalText();
  const task = useMemo(() => gradientsChallenge.deal(place.seed), [place.seed]);
  const values = useMemo(() => valuesOf(task), [task]);
  const [work, keep] = useKept<Work>(place, 'gradients', { texts: {}, handedIn: null }, gradientsShape);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const { handIn, busy, refusal, latest } = useHandIn(place);
  const onText = (id: QuantityId, text: string) => keep({ ...work, texts: { ...work.texts, [id]: text } });
  const field = useActiveField('gb3', onText);
  const scored = latest ?? place.standing;
  const of = ASKED.length;

  const answer = answerOf(work.texts);
  const filled = answer.slopes.filter((slope) => slope !== null).length;
  const marks = work.handedIn === null ? null : rightSlopes(task, answerOf(work.handedIn));
  const stateOf = (id: QuantityId): FieldState => {
    // A mark belongs to what was handed in: a changed field is open again.
    if (marks === null || work.handedIn?.[id] !== work.texts[id] || (work.texts[id] ?? '') === '')
      return 'open';
    return marks[ASKED.indexOf(id)] ? 'right' : 'wrong';
  };
  const changed = ASKED.some((id) => (work.texts[id] ?? '') !== (work.handedIn?.[id] ?? ''));

  const submit = async () => {
    const texts = work.texts;
    const result = await handIn(answerOf(texts));
    if (!result?.ok) return;
    keep({ texts, handedIn: texts });
    place.announce(t('challenge.result', { right: result.shown.amount, of }));
  };

  return (
    <>
      <BenchFrame label={t('challenge.label')} held={place.held}>
        <div className="@container">
          <div className="flex flex-col gap-x-5 gap-y-3 @min-[50rem]:grid @min-[50rem]:items-start @min-[50rem]:grid-cols-[minmax(0,1.6fr)_minmax(19rem,1fr)]">
            <div ref={ref} className="min-w-0">
              <p className="mb-1 min-h-11 text-sm text-ink-soft">
                <span>{t('challenge.insert')}</span>{' '}
                <span className="pointer-coarse:hidden">{t('fill.keys')}</span>
              </p>
              <NetworkDrawing
                layout={layoutFor(width)}
                label={t('challenge.now', { filled, of })}
                values={values}
                lookOf={(id) => {
                  if (!isBackward(id)) {
                    return { text: writeQuantity(id, values[id]), state: 'known', negative: values[id] < 0 };
                  }
                  const index = ASKED.indexOf(id);
                  if (index < 0) return { text: '', state: 'unknown' };
                  const value = answer.slopes[index] ?? null;
                  const state = stateOf(id);
                  return {
                    text: value === null ? '?' : writeQuantity(id, value),
                    state: state === 'open' ? 'blank' : state,
                  };
                }}
                labelOf={(id) => {
                  const index = ASKED.indexOf(id);
                  if (index >= 0) return t('fill.blank', { name: nameOf(id) });
                  return isBackward(id)
                    ? `${nameOf(id)}: ${t('challenge.notAsked')}`
                    : t('fill.insertOne', { name: nameOf(id), value: writeQuantity(id, values[id]) });
                }}
                selected={field.active}
                factors={new Set()}
                flow={null}
                onPress={(id) => {
                  const own = answer.slopes[ASKED.indexOf(id)];
                  if (!isBackward(id)) field.insertNumber(writeQuantity(id, values[id]));
                  // An own slope can be used again, such as ∂L/∂b₃ = δ₃; an empty one is where to go.
                  else if (own !== undefined && own !== null && id !== field.active) {
                    field.insertNumber(writeQuantity(id, own));
                  } else if (ASKED.includes(id)) field.focus(id);
                }}
                forField={{ pictureId: field.pictureId, onLeave: field.leavePicture }}
              />
            </div>
            <div className="contents min-w-0 flex-col gap-2 @min-[50rem]:flex">
              <div className={PANEL}>
                {GROUPS.map(({ key, ids }) => (
                  <fieldset
                    key={key}
                    className={classNames(
                      'rounded-md border border-line-strong bg-surface-raised px-1.5 pb-0.5',
                      !(ids as readonly QuantityId[]).includes(field.active) && 'max-sm:hidden',
                    )}
                  >
                    <legend className="ml-1 px-1 text-xs font-semibold text-ink-soft">
                      {t(`challenge.${key}`)}
                    </legend>
                    {ids.map((id) => (
                      <SlopeField
                        key={id}
                        id={id}
                        text={work.texts[id] ?? ''}
                        state={stateOf(id)}
                        active={field.active === id}
                        onText={(text) => onText(id, text)}
                        onCommit={(how) => {
                          const next = order[order.indexOf(id) + 1];
                          if (how === 'enter' && next) field.focus(next);
                        }}
                        onFocus={() => field.setActive(id)}
                        pictureId={field.pictureId}
                        onEnterPicture={field.enterPicture}
                        register={field.register}
                      />
                    ))}
                  </fieldset>
                ))}
                <FieldNote id={field.active} text={work.texts[field.active] ?? ''} />
                <Keypad onKey={field.insertKey} onErase={field.erase} />
              </div>
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="min-h-11 min-w-0 flex-1 basis-44 text-sm">
                  {refusal !== null ? (
                    <span role="alert" className="font-semibold text-danger">
                      {refusalText(refusal)}
                    </span>
                  ) : scored?.reachedParts.includes('all') ? (
                    <strong className="text-ok">
                      {t(place.kind === 'class' ? 'challenge.done' : 'challenge.doneAlone')}
                    </strong>
                  ) : scored && !changed ? (
                    t('challenge.result', { right: scored.shown.amount, of })
                  ) : (
                    <span className="text-ink-soft">{t('challenge.filled', { filled, of })}</span>
                  )}
                </p>
                <Button
                  look="primary"
                  busy={busy}
                  data-testid="gradients-submit"
                  disabledReason={
                    filled === 0 ? t('challenge.nothing') : !changed ? t('challenge.unchanged') : undefined
                  }
                  onClick={submit}
                >
                  {t('challenge.submit')}
                </Button>
              </div>
              <p
                className="tabular text-sm text-ink-soft"
                data-testid="gradients-right"
                data-right={scored?.shown.amount ?? 0}
                data-reached={scored?.reachedParts.includes('all') ?? false}
              >
                {t('challenge.best', { right: Math.round((scored?.total ?? 0) * of), of })}
              </p>
            </div>
          </div>
        </div>
      </BenchFrame>
      <ChallengeBoard board={place.board} />
    </>
  );
}

const order: readonly QuantityId[] = GROUPS.flatMap(({ ids }) => [...ids]);

/** The answer as it goes out; what is no calculation, or beyond all bounds, counts as not filled in. */
function answerOf(texts: Texts): GradientsAnswer {
  return {
    slopes: ASKED.map((id) => {
      const value = calculate(texts[id] ?? '');
      return value !== null && Math.abs(value) <= 1000 ? value : null;
    }),
  };
}

export const gradientsShape: Shape<Work> = object({
  texts: or(textsShape, {}),
  handedIn: or(textsShape, null),
});
