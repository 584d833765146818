'use client';

import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/client/ui/segmented-control';
import type { StudentsLook } from './students-look';

interface Props {
  looks: readonly StudentsLook[];
  look: StudentsLook;
  onChange(look: StudentsLook): void;
}

/** How the students are shown; nothing where there is one way alone. */
export function LooksControl({ looks, look, onChange }: Props) {
  const t = useTranslations('console.looks');
  if (looks.length < 2) return null;
  return (
    <SegmentedControl
      label={t('label')}
      value={look}
      onChange={onChange}
      segments={looks.map((value) => ({ value, label: t(value) }))}
    />
  );
}
