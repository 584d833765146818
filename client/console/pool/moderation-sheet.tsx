'use client';

import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { labelColour } from '@/client/benches/pool/label-names';
import type { WallPicture } from '@/client/benches/pool/wall/wall-store';
import { PictureCanvas } from '@/client/charts/picture-canvas';
import { useConsole } from '@/client/console/console-context';
import { Button } from '@/client/ui/button';
import { SelectField } from '@/client/ui/select-field';
import { SideSheet } from '@/client/ui/side-sheet';
import type { RosterEntry } from '@/protocol/views';

interface Props {
  open: boolean;
  onClose(): void;
  pictures: readonly WallPicture[];
  names: readonly string[];
  roster: readonly RosterEntry[];
  remove(id: string): Promise<void>;
}

/** Drawings on show before more are asked for. */
const PAGE = 120;

/** Every drawing of the pool, newest first, label by label; one press takes a drawing out. */
export function ModerationSheet({ open, onClose, pictures, names, roster, remove }: Props) {
  const t = useTranslations('pool.teacher');
  const { nameOf, offlineReason } = useConsole();
  const [label, setLabel] = useState<string>('all');
  const [shown, setShown] = useState(PAGE);
  const students = useMemo(() => new Map(roster.map((entry) => [entry.id, entry])), [roster]);
  const wanted = useMemo(
    () => pictures.filter((picture) => label === 'all' || picture.label === Number(label)).reverse(),
    [pictures, label],
  );
  const drawnBy = (studentId: string | null) => {
    const student = studentId === null ? undefined : students.get(studentId);
    return student ? nameOf(student) : t('imported');
  };
  return (
    <SideSheet open={open} onClose={onClose} title={t('wallTitle', { count: pictures.length })}>
      <SelectField
        label={t('labels')}
        value={label}
        onChange={(next) => {
          setLabel(next);
          setShown(PAGE);
        }}
        choices={[
          { value: 'all', label: t('all') },
          ...names.map((name, index) => ({ value: String(index), label: name })),
        ]}
      />
      {wanted.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <ul className="grid gap-2 [grid-template-columns:repeat(auto-fill,minmax(5.5rem,1fr))]">
          {wanted.slice(0, shown).map((picture) => (
            <li key={picture.id} data-testid="pool-drawing" className="relative">
              <span
                className="block overflow-hidden rounded-sm border-2 border-b-4"
                style={{ borderColor: labelColour(picture.label) }}
              >
                <PictureCanvas pixels={picture.pixels} size={84} className="size-full!" />
              </span>
              <span className="block truncate text-xs">{drawnBy(picture.studentId)}</span>
              <span className="block truncate text-xs text-ink-soft">
                {`${names[picture.label]}${picture.heldBack ? ` · ${t('heldBack')}` : ''}`}
              </span>
              <button
                type="button"
                disabled={offlineReason !== undefined}
                aria-label={t('remove', { name: drawnBy(picture.studentId) })}
                onClick={() => void remove(picture.id)}
                className="absolute top-0 right-0 grid size-8 place-items-center rounded-sm bg-surface-raised text-danger shadow-card hover:bg-danger hover:text-on-danger"
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {wanted.length > shown && <Button onClick={() => setShown(shown + PAGE)}>{t('more')}</Button>}
    </SideSheet>
  );
}
