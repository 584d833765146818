'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from '@/client/ui/class-names';
import { cellShade, moveInGrid } from './confusion-cells';

interface ConfusionTexts {
  title: string;
  /** What it shows now: the accuracy, the commonest confusion. */
  summary: string;
  rows: string;
  columns: string;
  /** The full sentence for one cell. */
  cell(digit: number, answer: number, count: number, ofRow: number): string;
  /** Shown while no cell is pointed at. */
  hint: string;
}

export interface ConfusionMatrixProps {
  /** Counts: row = digit, column = answer. */
  counts: readonly (readonly number[])[];
  texts: ConfusionTexts;
}

/** Which digit was taken for which: shades are shares of the row, counts come with the pointer or the arrow keys. */
export function ConfusionMatrix({ counts, texts }: ConfusionMatrixProps) {
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const [told, setTold] = useState<[number, number] | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const sums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const say = ([digit, answer]: [number, number]) =>
    texts.cell(digit, answer, counts[digit]?.[answer] ?? 0, sums[digit] ?? 0);

  const press = (event: KeyboardEvent) => {
    const next = moveInGrid(at, event.key, counts.length);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}-${next[1]}"]`)?.focus();
  };

  return (
    <figure className="m-0">
      <figcaption className="text-sm font-semibold">{texts.title}</figcaption>
      <p className="sr-only">{texts.summary}</p>
      <div className="mt-1 flex items-stretch gap-1">
        <span
          aria-hidden="true"
          className="rotate-180 self-center text-xs text-ink-soft [writing-mode:vertical-rl]"
        >
          {texts.rows}
        </span>
        <div className="min-w-0 flex-1">
          <table
            ref={table}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys move from cell to cell.
            role="grid"
            aria-label={texts.title}
            translate="no"
            className="tabular w-full max-w-96 table-fixed border-separate border-spacing-px text-center text-xs"
          >
            <thead>
              <tr>
                <td className="w-5" />
                {counts.map((_, answer) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit.
                  <th key={answer} scope="col" className="font-semibold text-ink-soft">
                    {answer}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.map((row, digit) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit.
                <tr key={digit}>
                  <th scope="row" className="font-semibold text-ink-soft">
                    {digit}
                  </th>
                  {row.map((count, answer) => {
                    const { background, dark } = cellShade(count, sums[digit] ?? 0, digit === answer);
                    const current = at[0] === digit && at[1] === answer;
                    return (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit.
                        key={answer}
                        data-cell={`${digit}-${answer}`}
                        tabIndex={current ? 0 : -1}
                        aria-label={say([digit, answer])}
                        onKeyDown={press}
                        onFocus={() => {
                          setAt([digit, answer]);
                          setTold([digit, answer]);
                        }}
                        onBlur={() => setTold(null)}
                        onPointerEnter={() => setTold([digit, answer])}
                        onPointerLeave={() => setTold(null)}
                        className={classNames(
                          'h-6.5 rounded-[2px] text-[0.7rem] leading-none tracking-tight whitespace-nowrap hover:outline-2 hover:outline-ink focus-visible:relative focus-visible:z-1',
                          dark ? 'text-surface-raised' : 'text-ink',
                        )}
                        style={{ background }}
                      >
                        {count > 0 ? count : ''}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          <p aria-hidden="true" className="mt-0.5 max-w-96 pl-5 text-center text-xs text-ink-soft">
            {texts.columns}
          </p>
        </div>
      </div>
      <p aria-hidden="true" className="tabular mt-1 min-h-10 max-w-96 text-sm text-ink-soft">
        {told ? say(told) : texts.hint}
      </p>
    </figure>
  );
}
