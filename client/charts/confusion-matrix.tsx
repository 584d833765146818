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
  cell(label: string, answer: string, count: number, ofRow: number): string;
  /** Shown while no cell is pointed at. */
  hint: string;
}

export interface ConfusionMatrixProps {
  /** Names of the labels, by which rows and columns are called. */
  labels: readonly string[];
  /** The names are words, and need room. */
  wide: boolean;
  /** Counts: row = label, column = answer. */
  counts: readonly (readonly number[])[];
  texts: ConfusionTexts;
}

const NAME = 'font-semibold text-ink-soft';
const WORD_BESIDE = `${NAME} pr-1 text-right text-[0.7rem] leading-none tracking-tight whitespace-nowrap`;
/** Above columns as narrow as a number words run downwards. */
const WORD_ABOVE = `${NAME} h-18 pb-1 align-bottom text-[0.7rem] leading-none`;

/** What was taken for what: shades are shares of the row, counts come with the pointer or the arrow keys. */
export function ConfusionMatrix({ labels, wide, counts, texts }: ConfusionMatrixProps) {
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const [told, setTold] = useState<[number, number] | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const sums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const say = ([label, answer]: [number, number]) =>
    texts.cell(labels[label] ?? '', labels[answer] ?? '', counts[label]?.[answer] ?? 0, sums[label] ?? 0);

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
                <td className={wide ? 'w-17' : 'w-5'} />
                {counts.map((_, answer) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the label.
                  <th key={answer} scope="col" className={wide ? WORD_ABOVE : NAME}>
                    {wide ? (
                      <span className="inline-block whitespace-nowrap [writing-mode:vertical-rl]">
                        {labels[answer]}
                      </span>
                    ) : (
                      labels[answer]
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.map((row, label) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the label.
                <tr key={label}>
                  <th scope="row" className={wide ? WORD_BESIDE : NAME}>
                    {labels[label]}
                  </th>
                  {row.map((count, answer) => {
                    const { background, dark } = cellShade(count, sums[label] ?? 0, label === answer);
                    const current = at[0] === label && at[1] === answer;
                    return (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the label.
                        key={answer}
                        data-cell={`${label}-${answer}`}
                        tabIndex={current ? 0 : -1}
                        aria-label={say([label, answer])}
                        onKeyDown={press}
                        onFocus={() => {
                          setAt([label, answer]);
                          setTold([label, answer]);
                        }}
                        onBlur={() => setTold(null)}
                        onPointerEnter={() => setTold([label, answer])}
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
          <p
            aria-hidden="true"
            className={`mt-0.5 max-w-96 text-center text-xs text-ink-soft ${wide ? 'pl-17' : 'pl-5'}`}
          >
            {texts.columns}
          </p>
        </div>
      </div>
      <p
        aria-hidden="true"
        className="tabular mt-1 min-h-10 max-w-96 text-sm text-ink-soft in-data-wall:hidden"
      >
        {told ? say(told) : texts.hint}
      </p>
    </figure>
  );
}
