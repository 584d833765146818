'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useBoardFigures } from '@/client/challenge/use-board-figures';
import { ProgressBar } from '@/client/ui/progress-bar';
import type { BoardKind, BoardRow, RosterEntry } from '@/protocol/views';
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
  /** The student's row of the board; null before the first answer. */
  row: BoardRow | null;
  kind: BoardKind;
  onOpen(studentId: string): void;
}

/** One student in a lesson that trains nothing: how far with the challenge. As high as the card of one who trains is half. */
export const ResultCard = memo(function ResultCard({ student, need, row, kind, onOpen }: Props) {
  const t = useTranslations('console.card');
  const challenge = useTranslations('challenge');
  const { nameOf } = useConsole();
  const { live, step: at, done, seen } = useStudentInSight(student.id);
  const figures = useBoardFigures(kind) ?? [];
  const name = nameOf(student);
  const activity = live?.activity ?? 'connected';
  return (
    <article
      ref={seen}
      data-testid="student-card"
      data-nickname={student.nickname}
      data-state={activity}
      data-total={row?.accuracy ?? ''}
      aria-label={name}
      className="relative flex h-32 min-w-0 flex-col rounded-lg border border-line bg-surface-raised p-3 shadow-card hover:border-line-strong has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus [contain:strict] [content-visibility:auto] data-[state=disconnected]:border-dashed"
    >
      <CardHead
        studentId={student.id}
        name={name}
        mark={student.mark}
        activity={activity}
        step={at}
        onOpen={onOpen}
      />
      {/* Beside the headings of the figures, as on the cards of a training. */}
      {activity !== 'disconnected' && (
        <div className="flex h-0 justify-end">
          <LookButton studentId={student.id} name={name} />
        </div>
      )}
      <dl className="mt-2 grid grid-cols-2 gap-x-3">
        {figures.map(({ id, header, text }) => (
          <div key={id} className="min-w-0">
            <dt className="truncate text-xs text-ink-soft">{header}</dt>
            <dd className="tabular truncate text-lg leading-tight font-semibold">
              {row === null ? '–' : text(row)}
            </dd>
          </div>
        ))}
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
          <span className="truncate">
            {student.submissions === 0
              ? challenge('noAnswer')
              : challenge('answers', { count: student.submissions })}
          </span>
          {need.kind === 'well' && (
            <span className="flex gap-1">
              <AnswerChip done={done} />
              <DoneChip done={done} />
            </span>
          )}
        </p>
        <ProgressBar
          className="mt-1 h-1.5"
          label={t('progress', { name })}
          value={row?.accuracy ?? 0}
          valueText={row === null ? challenge('noAnswer') : figures.map(({ text }) => text(row)).join(', ')}
        />
      </div>
    </article>
  );
});
