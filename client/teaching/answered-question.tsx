import { choiceLetter } from '@/client/lesson/words/choice-letter';
import { LessonScript } from '@/client/lesson/words/lesson-script';

interface Props {
  question: string;
  choices: readonly string[];
  /** The right choice; null: nobody can know, or it is not to be told. */
  right: number | null;
  /** What stands behind the right one. */
  rightIs: string;
}

/** A question with its choices, the right one marked: by a word and a box, not by colour. */
export function AnsweredQuestion({ question, choices, right, rightIs }: Props) {
  return (
    <>
      <p>
        <LessonScript text={question} />
      </p>
      <ol className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {choices.map((choice, index) => (
          <li key={choice} className="flex items-baseline gap-1.5">
            <span className="tabular font-semibold">{choiceLetter(index)}</span>
            <span className={index === right ? 'font-semibold underline decoration-2' : undefined}>
              <LessonScript text={choice} />
            </span>
            {index === right && (
              <span className="rounded-sm border border-ink px-1 text-xs font-semibold">{rightIs}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
