import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { LessonScript } from '@/client/lesson/words/lesson-script';
import type { WrittenCheck } from '@/lessons/written';

/** One of the lesson's checks with boxes to tick; on the key the right one is ticked and explained. */
export function SheetCheck({ check, answers }: { check: WrittenCheck; answers: boolean }) {
  return (
    <li className="break-inside-avoid text-sm">
      <p>
        <LessonScript text={check.question} />
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {check.choices.map((choice, index) => (
          <li key={choice} className="flex items-baseline gap-1.5">
            <span
              aria-hidden="true"
              className="inline-grid size-4 shrink-0 translate-y-0.5 place-items-center border border-ink text-xs font-bold"
            >
              {answers && index === check.right ? '✓' : ''}
            </span>
            <span className={answers && index === check.right ? 'font-semibold' : undefined}>
              <span className="sr-only">{choiceLetter(index)}</span>
              <LessonScript text={choice} />
            </span>
          </li>
        ))}
      </ul>
      {answers && (
        <p className="mt-0.5 text-ink-soft">
          <LessonScript text={check.reasons[check.right] ?? ''} />
        </p>
      )}
    </li>
  );
}
