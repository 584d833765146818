'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import { Dialog } from '@/client/ui/dialog';
import { IconButton } from '@/client/ui/icon-button';
import type { FieldId } from './run-fields';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  lead: string;
  /** All that there are. */
  offered: readonly FieldId[];
  /** Those that are shown, in their order. */
  columns: readonly FieldId[];
  /** Null: the usual ones again. */
  onChange(columns: readonly FieldId[] | null): void;
  nameOf(id: FieldId): string;
}

/** Which columns a table has, or which axes a picture, and in which order. */
export function ColumnsDialog({
  open,
  onOpenChange,
  title,
  lead,
  offered,
  columns,
  onChange,
  nameOf,
}: Props) {
  const t = useTranslations('runs.columns');
  const move = (id: FieldId, by: number) => {
    const at = columns.indexOf(id);
    const without = columns.filter((other) => other !== id);
    onChange(without.toSpliced(at + by, 0, id));
  };
  const tick = (id: FieldId, shown: boolean) =>
    onChange(shown ? [...columns, id] : columns.filter((other) => other !== id));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={lead}
      actions={
        <>
          <Button onClick={() => onChange(null)}>{t('usual')}</Button>
          <Button look="primary" onClick={() => onOpenChange(false)}>
            {t('done')}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col">
        {[...columns, ...offered.filter((id) => !columns.includes(id))].map((id) => {
          const at = columns.indexOf(id);
          return (
            <li key={id} className="flex items-center justify-between gap-3 border-b border-line py-0.5">
              <Checkbox
                label={nameOf(id)}
                checked={at >= 0}
                // A table has a column.
                disabled={at >= 0 && columns.length === 1}
                onChange={(shown) => tick(id, shown)}
              />
              {at >= 0 && (
                <span className="flex">
                  <IconButton
                    size="sm"
                    label={t('earlier', { name: nameOf(id) })}
                    icon={<ArrowUp aria-hidden="true" />}
                    disabled={at === 0}
                    onClick={() => move(id, -1)}
                  />
                  <IconButton
                    size="sm"
                    label={t('later', { name: nameOf(id) })}
                    icon={<ArrowDown aria-hidden="true" />}
                    disabled={at === columns.length - 1}
                    onClick={() => move(id, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
