'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { useNumbers } from '@/client/i18n/use-numbers';
import type { BoardKind, BoardRow, RosterEntry } from '@/protocol/views';
import { ACTIVITY_LOOKS } from './activity-look';
import { useConsole } from './console-context';
import { DoneChip } from './done/done-chip';
import { useCardTabIndex } from './keys/use-card-stop';
import { NeedLine } from './need-line';
import { SelectStudent } from './selection/select-student';
import type { Need } from './triage';
import { useStudentInSight } from './use-followed-student';

interface Props {
  student: RosterEntry;
  need: Need;
  /** The student's row of the board, where results count instead of a training; null before the first, undefined where a training is watched. */
  row: BoardRow | null | undefined;
  kind: BoardKind;
  onOpen(studentId: string): void;
}

/** One student of very many: the mark, the name, what they do, the one figure, and why they may need somebody. */
export const StudentTile = memo(function StudentTile({ student, need, row, kind, onOpen }: Props) {
  const t = useTranslations('console.card');
  const challenge = useTranslations('challenge');
  const activityText = useTranslations('console.activity');
  const numbers = useNumbers();
  const { accuracies, nameOf } = useConsole();
  const { live, done, seen } = useStudentInSight(student.id);
  const figures = useBoardFigures(kind);
  const tabIndex = useCardTabIndex(student.id);
  const name = nameOf(student);
  const activity = live?.activity ?? 'connected';
  const accuracy = accuracies.of(live).value;
  const Icon = ACTIVITY_LOOKS[activity].icon;
  const figure =
    row === undefined
      ? numbers.percent(accuracy)
      : row === null
        ? '–'
        : (figures?.find(({ decides }) => decides)?.text(row) ?? '–');
  const step = live?.last?.step;
  const doing =
    row !== undefined
      ? challenge('answers', { count: student.submissions })
      : step === undefined
        ? t('noRun')
        : t('progressText', { step: numbers.integer(step), total: numbers.integer(live?.totalSteps) });
  return (
    <article
      ref={seen}
      data-testid="student-card"
      data-density="small"
      data-nickname={student.nickname}
      data-state={activity}
      data-accuracy={accuracy ?? ''}
      aria-label={name}
      className="relative flex h-20 min-w-0 flex-col rounded-lg border border-line bg-surface-raised px-2 py-1.5 shadow-card hover:border-line-strong has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus [contain:strict] [content-visibility:auto] data-[state=disconnected]:border-dashed data-[state=diverged]:border-danger"
    >
      <div className="flex items-center gap-1.5">
        <SelectStudent studentId={student.id} name={name} mark={student.mark} className="size-5" />
        <h3 className="min-w-0 flex-1 font-sans text-sm font-semibold tracking-normal">
          <button
            type="button"
            tabIndex={tabIndex}
            onClick={() => onOpen(student.id)}
            aria-label={t('open', { name })}
            translate="no"
            title={name}
            className="block w-full truncate text-left outline-none after:absolute after:inset-0 after:rounded-lg"
          >
            {name}
          </button>
        </h3>
        <span title={activityText(activity)} className="inline-flex text-ink-soft">
          <Icon aria-hidden="true" className="size-4" />
          <span className="sr-only">{activityText(activity)}</span>
        </span>
        <span className="tabular text-sm font-semibold whitespace-nowrap">{figure}</span>
      </div>
      <div className="mt-auto flex items-end justify-between gap-1">
        {need.kind !== 'well' ? (
          <NeedLine need={need} />
        ) : (
          <p className="tabular truncate text-xs text-ink-soft">{doing}</p>
        )}
        <DoneChip done={done} />
      </div>
    </article>
  );
});
