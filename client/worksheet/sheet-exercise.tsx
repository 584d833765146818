import { bindFormula } from '@/client/i18n/formula-blanks';
import { getTranslator } from '@/client/i18n/server';
import { dealPaperExercise, type PaperExerciseId } from '@/engine/worksheet/registry';
import { ExercisePicture } from './exercise-picture';
import { ExerciseTable } from './exercise-table';
import type { SheetChoice } from './sheet-address';

interface Props {
  id: PaperExerciseId;
  /** From 1. */
  number: number;
  choice: SheetChoice;
}

/** One exercise: its words, its formulas, its tables and what is drawn in. */
export async function SheetExercise({ id, number, choice: { seed, answers } }: Props) {
  const t = await getTranslator('worksheet');
  const { lines, tables, picture } = dealPaperExercise(id, seed);
  return (
    <section className="break-inside-avoid">
      <h2 className="text-base">{t('exercise', { number, title: t(`exercises.${id}.title`) })}</h2>
      <p className="mt-0.5 text-sm">{t(`exercises.${id}.task`)}</p>
      {lines.length > 0 && (
        <div className="mt-1 flex flex-col text-sm font-semibold">
          {lines.map((line) => (
            <p key={line} lang="en" translate="no" className="tabular whitespace-pre-wrap">
              {bindFormula(line)}
            </p>
          ))}
        </div>
      )}
      <div className="mt-2 flex flex-wrap items-start gap-x-8 gap-y-3">
        {tables.map((table, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tables never move.
          <ExerciseTable key={at} table={table} answers={answers} />
        ))}
        {picture && (
          <ExercisePicture picture={picture} answers={answers} title={t('pictureOf', { number })} />
        )}
      </div>
    </section>
  );
}
