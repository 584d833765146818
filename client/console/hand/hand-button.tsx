'use client';

import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import type { WrittenLesson } from '@/lessons/written';
import type { TeacherView } from '@/protocol/views';
import { HandDialog } from './hand-dialog';

/** Beside what the class reads: the teacher's own bench, and the way from it to the students'. */
export function HandButton({ view, lesson }: { view: TeacherView; lesson: WrittenLesson }) {
  const t = useTranslations('shoulder.hand');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        icon={<PackageOpen aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="mt-2 self-start"
      >
        {t('open')}
      </Button>
      <HandDialog view={view} lesson={lesson} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
