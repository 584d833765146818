'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useClassLesson } from '@/client/lesson/given-lesson';
import { Card } from '@/client/ui/card';
import { Checkbox } from '@/client/ui/checkbox';
import { PlainLinkButton } from '@/client/ui/plain-link-button';
import { poolOf } from '@/lessons/benches';
import { type ExportName, exportPath, type ParquetTableName, type TableName } from '@/protocol/exports';
import type { ClassReview } from './review-data';

/** The three files that hold most, each with a name of its own. */
const FILES = ['runs', 'class', 'tensorboard'] as const satisfies readonly ExportName[];

const PARQUET_TABLES = ['runs', 'points'] as const satisfies readonly ParquetTableName[];

type FurtherTable = Exclude<TableName, 'runs'>;

/** Further tables, where there is something in them. */
function furtherTables(review: ClassReview): FurtherTable[] {
  const has: [FurtherTable, boolean][] = [
    ['points', review.runCount > 0],
    ['students', review.students.length > 0],
    ['submissions', review.board.rows.length > 0 && review.results === null],
    ['board', review.board.rows.length > 0],
    ['team-board', (review.board.teams?.rows.length ?? 0) > 0],
    ['challenge', review.results !== null && review.results.rows.length > 0],
    ['guesses', review.predictions.length > 0],
    ['votes', review.asked.votes],
    ['quiz', review.asked.quiz],
    ['network-votes', review.ensembles.length > 0],
    ['network-vote-students', review.ensembles.length > 0],
    ['network-averages', review.merges.length > 0],
    ['network-rounds', review.rounds.length > 0],
    ['gradient-sums', review.leaks.length > 0],
    ['student-networks', review.relays.length > 0],
    ['network-audits', review.audits.length > 0],
    ['fool-drawings', review.fools.length > 0],
    ['knob-values', review.knobs.length > 0],
  ];
  return has.filter(([, is]) => is).map(([name]) => name);
}

interface Props {
  review: ClassReview;
  /** Whether the page shows names: who hides them does not want them in a file. */
  namedAtFirst: boolean;
}

/** Takes the class along, as files that other programs read. */
export function ExportCard({ review, namedAtFirst }: Props) {
  const t = useTranslations('review.export');
  const [named, setNamed] = useState(namedAtFirst);
  const lesson = useClassLesson(review);
  const hasPictures = lesson !== null && (lesson.experiment !== null || poolOf(lesson) !== null);
  const file = (name: ExportName) => exportPath(review.id, name, named);
  return (
    <Card as="section" id="export" title={t('title')}>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('lead')}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-3">
        {FILES.map((name) => (
          <li key={name} className="flex max-w-72 flex-col items-start gap-1">
            <PlainLinkButton href={file(name)} download icon={<Download aria-hidden="true" />}>
              {t(`file.${name}.name`)}
            </PlainLinkButton>
            <span className="text-xs text-ink-soft">{t(`file.${name}.says`)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-2 text-sm">
        <span className="text-ink-soft">{t('tables')}</span>
        {furtherTables(review).map((name) => (
          <FileLink key={name} href={file(name)}>
            {t(`table.${name}`)}
          </FileLink>
        ))}
      </p>
      {review.runCount > 0 && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-2 text-sm">
          <span className="text-ink-soft">{t('parquet')}</span>
          {PARQUET_TABLES.map((name) => (
            <FileLink key={name} href={file(`${name}-parquet`)}>
              {t(`parquetTable.${name}`)}
            </FileLink>
          ))}
        </p>
      )}
      {hasPictures && (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-2 text-sm">
          <span className="text-ink-soft">{t('dataset.lead')}</span>
          <FileLink href={file('dataset')}>{t('dataset.name')}</FileLink>
        </p>
      )}
      <Checkbox className="mt-4" checked={named} onChange={setNamed} label={t('named')} />
    </Card>
  );
}

function FileLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      download
      className="text-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-2"
    >
      {children}
    </a>
  );
}
