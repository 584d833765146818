import { classNames } from '@/client/ui/class-names';
import type { PaperTable } from '@/engine/worksheet/paper-exercise';
import { getPaperWords } from './paper-words';

interface Props {
  table: PaperTable;
  /** With what is asked filled in. */
  answers: boolean;
}

/** A table of an exercise: what is given, and frames to write in, which are filled on the key. */
export async function ExerciseTable({ table: { title, heads, rows }, answers }: Props) {
  const write = await getPaperWords();
  const grid = heads.length === 0;
  return (
    <div className="max-w-full overflow-x-auto">
      <table className="tabular border-collapse text-center text-sm">
        {title !== undefined && <caption className="pb-1 text-center font-semibold">{write(title)}</caption>}
        {!grid && (
          <thead>
            <tr>
              {heads.map((head, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                <th key={at} scope="col" className="border-b-2 border-ink px-2 py-1 font-semibold">
                  {write(head)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move.
            <tr key={at}>
              {row.map(({ value, asked }, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                  key={column}
                  className={classNames(
                    'h-8 px-1 sm:px-2',
                    grid ? 'min-w-10 border border-ink' : 'min-w-9 border-b border-line-strong',
                    asked && 'border-2 border-ink font-bold',
                    asked && !grid && 'sm:min-w-20 print:min-w-20',
                  )}
                >
                  {asked && !answers ? '' : write(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
