import { Check } from 'lucide-react';
import { classNames } from '@/client/ui/class-names';

/** One count of each choice, with how its bars look. */
export interface WallSeries {
  id: string;
  label: string;
  counts: readonly number[];
  look: 'full' | 'frame';
}

interface Props {
  /** In plain words. */
  choices: readonly string[];
  series: readonly WallSeries[];
  /** The right choice, where it is shown. */
  right?: number | null;
  /** What a row says, read out. */
  said(index: number): string;
  /** A count as it is written. */
  write(count: number): string;
  /** The wall is theirs: few choices take its room. */
  large?: boolean;
}

/** So many choices have room for larger words and bars. */
const MOST_LARGE = 5;

const LOOKS = { full: 'bg-series-1', frame: 'border-3 border-series-2' } as const;

/** What each look stands for. */
export function WallKeys({ series }: Pick<Props, 'series'>) {
  return (
    <span aria-hidden="true" className="mt-[0.6vh] flex flex-wrap gap-x-[2vw] font-normal text-ink-soft">
      {series.map(({ id, label, look }) => (
        <span key={id} className="flex items-center gap-[0.6vw]">
          <span className={classNames('inline-block h-[0.7em] w-[1.4em] rounded-sm', LOOKS[look])} />
          <span>{label}</span>
        </span>
      ))}
    </span>
  );
}

/** How often each choice was taken, a bar a series, to be read from the back of a room. Nobody can be told from it. */
export function WallBars({ choices, series, right = null, said, write, large = false }: Props) {
  // The scale grows in steps of four, so that no bar jumps at every answer.
  const scale = Math.max(4, Math.ceil(Math.max(0, ...series.flatMap(({ counts }) => counts)) / 4) * 4);
  const roomy = large && choices.length <= MOST_LARGE;
  const height = roomy ? `${Math.min(6, 30 / (choices.length * series.length))}vh` : '2.2vh';
  return (
    <ul className={classNames('flex flex-col', roomy ? 'flex-1 justify-evenly' : 'gap-[1.4vh]')}>
      {choices.map((choice, index) => (
        <li
          key={choice}
          className={classNames(
            'grid grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)] items-center gap-x-[2vw] leading-tight',
            roomy ? 'text-screen' : 'text-screen-sm',
          )}
        >
          <span className="sr-only">{said(index)}</span>
          <span aria-hidden="true" className="flex items-baseline gap-[0.6vw] font-semibold">
            {index === right && <Check className="size-[1em] shrink-0 self-center text-ok" strokeWidth={3} />}
            <span>{choice}</span>
          </span>
          <span aria-hidden="true" className="flex flex-col gap-[0.3vh] border-l-2 border-line-strong">
            {series.map(({ id, counts, look }) => (
              <Bar
                key={id}
                share={(counts[index] ?? 0) / scale}
                count={write(counts[index] ?? 0)}
                look={look}
                height={height}
              />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A bar from the line at the left, and its number at its end. */
function Bar({
  share,
  count,
  look,
  height,
}: {
  share: number;
  count: string;
  look: WallSeries['look'];
  height: string;
}) {
  return (
    <span className="flex items-center">
      <span
        className={classNames(
          'block rounded-r-sm transition-[width] duration-200 ease-settle',
          // A frame of no width would still leave its sides.
          share === 0 && 'hidden',
          LOOKS[look],
        )}
        style={{ width: `calc(${share} * (100% - 4ch))`, height }}
      />
      <span className="tabular pl-[0.8vw] text-[0.85em] leading-none font-semibold">{count}</span>
    </span>
  );
}
