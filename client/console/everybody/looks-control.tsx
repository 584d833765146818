'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { StudentsLook } from './students-look';

interface Props {
  looks: readonly StudentsLook[];
  look: StudentsLook;
  onChange(look: StudentsLook): void;
  /** The look has just been changed here: with it the control is another, and takes the focus over. */
  changed: RefObject<boolean>;
}

/** How the students are shown; nothing where there is one way alone. */
export function LooksControl({ looks, look, onChange, changed }: Props) {
  const t = useTranslations('console.looks');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!changed.current || !box.current) return;
    changed.current = false;
    // Nowhere else meanwhile.
    if (document.activeElement === document.body)
      box.current.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
  }, [changed]);
  if (looks.length < 2) return null;
  return (
    <div ref={box}>
      <SegmentedControl
        label={t('label')}
        value={look}
        onChange={(next) => {
          changed.current = true;
          onChange(next);
        }}
        segments={looks.map((value) => ({ value, label: t(value) }))}
      />
    </div>
  );
}
