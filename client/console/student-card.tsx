'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { LiveSparkline } from '@/client/charts/live-sparkline';
import { partInterval } from '@/client/charts/part-interval';
import { useNumbers } from '@/client/i18n/use-numbers';
import { ProgressBar } from '@/client/ui/progress-bar';
import type { RosterEntry } from '@/protocol/views';
import { CardHead } from './card-head';
import { AnswerChip } from './checks/answer-chip';
import { useConsole } from './console-context';
import { DoneChip } from './done/done-chip';
import { NeedLine } from './need-line';
import { LookButton } from './shoulder/look-button';
import type { Need } from './triage';
import { useStudentInSight } from './use-followed-student';

interface Props {
  student: RosterEntry;
  /** Why this student may need the teacher. */
  need: Need;
  /** Width of the curve, CSS pixels. */
  curveWidth: number;
  /** And its height: the card grows with it. */
  curveHeight: number;
  onOpen(studentId: string): void;
}

/** Of a card without its curve, CSS pixels. */
const REST_HEIGHT = 136;
const FIGURE =
  'tabular flex items-baseline leading-7 overflow-hidden text-lg font-semibold whitespace-nowrap';

/** One student at work. Redrawn for this student's own frames alone; every line keeps its height. */
export const StudentCard = memo(function StudentCard(props: Props) {
  const { student, need, curveWidth, curveHeight, onOpen } = props;
  const t = useTranslations('console.card');
  const backends = useTranslations('common.backends');
  const numbers = useNumbers();
  const { accuracies, nameOf, dataset } = useConsole();
  const { live, curve, step: at, done, seen } = useStudentInSight(student.id);
  const name = nameOf(student);
  const activity = live?.activity ?? 'connected';
  const last = live?.last ?? null;
  // On the wire a loss that is no number is null.
  const loss = last === null ? null : (last.loss ?? Number.NaN);
  const accuracy = accuracies.of(live);
  const part = dataset && partInterval(accuracy.value, accuracy.examples, dataset.validationExamples);
  const total = live?.totalSteps ?? null;
  const step = last?.step ?? null;

  return (
    <article
      ref={seen}
      data-testid="student-card"
      data-nickname={student.nickname}
      data-state={activity}
      data-step={step ?? ''}
      data-loss={last?.loss ?? ''}
      data-accuracy={accuracy.value ?? ''}
      aria-label={name}
      className="relative flex min-w-0 flex-col rounded-lg border border-line bg-surface-raised p-3 shadow-card hover:border-line-strong has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus [contain:strict] [content-visibility:auto] data-[state=disconnected]:border-dashed data-[state=diverged]:border-danger"
      style={{ height: REST_HEIGHT + curveHeight }}
    >
      <CardHead
        studentId={student.id}
        name={name}
        mark={student.mark}
        activity={activity}
        step={at}
        onOpen={onOpen}
      />
      <div className="mt-2" style={{ height: curveHeight }}>
        {curveWidth > 0 && dataset !== null && (
          <LiveSparkline
            curve={curve}
            chance={dataset.chance}
            width={curveWidth}
            height={curveHeight}
            label={t('curve', { name, points: curve.length, loss: numbers.loss(loss) })}
          />
        )}
      </div>
      {/* Beside the short word “loss”: the name above needs its room. */}
      {activity !== 'disconnected' && (
        <div className="flex h-0 justify-end">
          <LookButton studentId={student.id} name={name} />
        </div>
      )}
      <dl className="mt-1 grid grid-cols-[minmax(0,11fr)_minmax(0,9fr)] gap-x-3">
        <div className="min-w-0">
          <dt className="truncate text-xs text-ink-soft">
            {accuracy.measured === null
              ? t('accuracy')
              : t(accuracy.measured === 'validation' ? 'accuracyValidation' : 'accuracyTraining')}
          </dt>
          <dd className={FIGURE}>
            <span>{numbers.percent(accuracy.value)}</span>
            {part !== null && (
              <span
                className="ml-1 text-xs font-normal text-ink-soft"
                title={t('partTitle', { points: numbers.decimal(part * 100, 1) })}
              >
                {t('part', { points: numbers.decimal(part * 100, 1) })}
              </span>
            )}
          </dd>
        </div>
        <div className="min-w-0">
          <dt className="truncate text-xs text-ink-soft">{t('loss')}</dt>
          <dd className={FIGURE}>{numbers.loss(loss)}</dd>
        </div>
      </dl>
      {need.kind !== 'well' && (
        <div className="mt-auto flex items-end justify-between gap-2">
          <NeedLine need={need} />
          <span className="flex gap-1">
            <AnswerChip done={done} />
            <DoneChip done={done} />
          </span>
        </div>
      )}
      <div className={need.kind === 'well' ? 'mt-auto' : 'sr-only'}>
        <p className="tabular flex h-5 items-center justify-between gap-2 text-xs text-ink-soft">
          {step === null ? (
            <span>{t('noRun')}</span>
          ) : (
            <span className="truncate">
              <span>{t('step')}</span> <b className="font-semibold text-ink">{numbers.integer(step)}</b>{' '}
              {total !== null && <span>{t('of', { total: numbers.integer(total) })}</span>}
            </span>
          )}
          {need.kind === 'well' && (
            <span className="flex gap-1">
              <AnswerChip done={done} />
              <DoneChip done={done} />
            </span>
          )}
          {live?.backend && <span>{backends(live.backend)}</span>}
        </p>
        <ProgressBar
          className="mt-1 h-1.5"
          label={t('progress', { name })}
          value={step === null || total === null || total === 0 ? 0 : step / total}
          valueText={
            step === null
              ? t('noRun')
              : t('progressText', { step: numbers.integer(step), total: numbers.integer(total) })
          }
        />
      </div>
    </article>
  );
});
