'use client';

import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import { useSlowFrame } from '@/client/benches/playground/model/use-bench-model';
import { ClassMark } from '@/client/benches/playground/surface/legend';
import { cellShade } from '@/client/charts/confusion-cells';
import { classNames as join } from '@/client/ui/class-names';
import type { PlaygroundBegun } from '@/engine/playground/messages';

interface Props {
  model: BenchModel;
  begun: PlaygroundBegun;
  classNames: readonly string[];
}

/** What test points are, against what the network says. */
export function ConfusionTable({ model, begun, classNames }: Props) {
  const t = useTranslations('playground');
  const confusion = useSlowFrame(model.frames, begun)?.standing.confusion;
  if (!confusion) return <p className="text-sm text-ink-soft">{t('confusion.values')}</p>;
  const classes = confusion.length;
  return (
    <table className="tabular w-full table-fixed border-separate border-spacing-px text-center text-xs">
      <caption className="mb-1 text-left text-xs text-ink-soft">{t('confusion.caption')}</caption>
      <thead>
        <tr>
          <td className="w-2/7" />
          {classNames.map((name, label) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class.
            <th key={label} scope="col" className="truncate font-semibold text-ink-soft" title={name}>
              <span className="inline-flex max-w-full items-center gap-0.5">
                <ClassMark label={label} classes={classes} />
                <span className="truncate">{name}</span>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {confusion.map((row, label) => {
          const sum = row.reduce((total, count) => total + count, 0);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class.
            <tr key={label}>
              <th scope="row" className="truncate text-left font-semibold text-ink-soft">
                <span className="inline-flex max-w-full items-center gap-0.5">
                  <ClassMark label={label} classes={classes} />
                  <span className="truncate">{classNames[label]}</span>
                </span>
              </th>
              {row.map((count, answer) => {
                const { background, dark } = cellShade(count, sum, label === answer);
                return (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class.
                    key={answer}
                    className={join('h-6 rounded-[2px]', dark ? 'text-surface-raised' : 'text-ink')}
                    style={{ background }}
                  >
                    {count}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
