'use client';

import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { classNames } from '@/client/ui/class-names';
import type { ProgramRegisters, ProgramStep } from '@/engine/dense/training-program';

interface Props {
  registers: ProgramRegisters;
  last: ProgramStep | null;
}

/** What the blocks have left behind so far: the loop's memory, looked into while it stands or runs. */
export function Registers({ registers, last }: Props) {
  const t = useTranslations('loop.register');
  const numbers = useNumbers();
  const { gradient, outputsAt, updates, batches } = registers;
  const cells = [
    {
      key: 'loss',
      value: registers.loss === null ? t('none') : t(`short.${registers.loss as 'squared-error'}`),
    },
    { key: 'rule', value: registers.rule === null ? t('none') : t(`short.${registers.rule}`) },
    {
      key: 'feed',
      value: batches === 0 ? t('none') : t('batch', { batch: numbers.integer(batches) }),
      note: outputsAt === null ? '' : age(updates - outputsAt),
      old: outputsAt !== null && updates - outputsAt > 1,
    },
    {
      key: 'gradient',
      value: gradient === null ? t('none') : t('length', { length: numbers.decimal(gradient.length, 3) }),
      note: gradient === null ? '' : age(updates - gradient.outputsAt),
      old: gradient !== null && updates - gradient.outputsAt > 1,
    },
    { key: 'update', value: t('updates', { updates }) },
  ] as const;
  function age(steps: number): string {
    return t('age', { steps });
  }
  return (
    <dl
      aria-label={t('label')}
      data-testid="registers"
      className="tabular grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm"
    >
      {cells.map((cell) => (
        <div
          key={cell.key}
          className={classNames('contents', last?.block === cell.key && '[&>*]:font-bold [&>dt]:text-accent')}
        >
          <dt className="text-ink-soft">{t(cell.key)}</dt>
          <dd className="truncate">
            <span>{cell.value}</span>
            {'note' in cell && cell.note !== '' && (
              <span className={cell.old ? 'text-negative' : 'text-ink-soft'}>{` · ${cell.note}`}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
