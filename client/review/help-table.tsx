'use client';

import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Card } from '@/client/ui/card';
import { type Column, DataTable } from '@/client/ui/data-table';
import { StudentMark } from '@/client/ui/student-mark';
import type { HelpCall, HelpStanding } from '@/protocol/help-call';
import type { ReviewStudent } from './review-data';

interface Props {
  helps: readonly HelpCall[];
  students: readonly ReviewStudent[];
}

/** On a narrow page the table scrolls: a column of Japanese would become one letter wide. */
const WHOLE = 'whitespace-nowrap';

/** Who asked for help and who gave it, and how it stood before and after; nothing where nobody called. */
export function HelpTable({ helps, students }: Props) {
  const t = useTranslations('review.help');
  const format = useFormatter();
  const byId = useMemo(() => new Map(students.map((student) => [student.id, student])), [students]);
  if (helps.length === 0) return null;
  const who = (id: string | null) => {
    const student = byId.get(id ?? '');
    return student === undefined ? (
      '–'
    ) : (
      <span className="flex min-w-0 items-center gap-2">
        <StudentMark mark={student.mark} className="size-5" />
        <span translate="no" className="truncate">
          {student.nickname}
        </span>
      </span>
    );
  };
  const time = (at: number | null) => (at === null ? '–' : format.dateTime(at, 'time'));
  const how = (standing: HelpStanding | null) => {
    if (standing === null) return '–';
    const state = t(`activity.${standing.activity}`);
    return standing.finding === null ? state : t('found', { state });
  };
  const columns: Column<HelpCall>[] = [
    { id: 'student', header: t('student'), rowHeader: true, cell: (call) => who(call.studentId) },
    { id: 'kind', header: t('kind'), className: WHOLE, cell: (call) => t(call.kind) },
    { id: 'askedAt', header: t('askedAt'), align: 'right', cell: (call) => time(call.askedAt) },
    { id: 'partner', header: t('partner'), cell: (call) => who(call.partnerId) },
    { id: 'pairedAt', header: t('pairedAt'), align: 'right', cell: (call) => time(call.pairedAt) },
    {
      id: 'endedAt',
      header: t('endedAt'),
      align: 'right',
      className: WHOLE,
      cell: (call) => (call.endedAt === null ? t('open') : time(call.endedAt)),
    },
    { id: 'before', header: t('before'), className: WHOLE, cell: (call) => how(call.before) },
    { id: 'after', header: t('after'), className: WHOLE, cell: (call) => how(call.after) },
  ];
  return (
    <Card as="section" title={t('title')} flush>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={helps}
        rowKey={({ studentId, number }) => `${studentId} ${number}`}
        dense
        className="max-h-96 rounded-t-none border-t border-line"
      />
    </Card>
  );
}
