'use client';

import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { May } from '@/client/console/may';
import { Button } from '@/client/ui/button';
import { Dialog } from '@/client/ui/dialog';
import type { TeacherView } from '@/protocol/views';
import { RaceHeld } from './race-held';
import { RaceRulesForm } from './race-rules-form';

interface Props {
  view: TeacherView;
  size?: 'sm' | 'md';
}

/** The one place where a race is set up: by which rules it ranks, and how it is held. */
export function RaceSetUp({ view, size = 'md' }: Props) {
  const t = useTranslations('console.race');
  const [open, setOpen] = useState(false);
  return (
    <May least="lead">
      <Button
        size={size}
        icon={<Flag aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('title')} description={t('lead')} size="xl">
        {open && (
          <div className="grid items-start gap-x-8 gap-y-6 md:grid-cols-2">
            <RaceRulesForm view={view} onSet={() => setOpen(false)} />
            <RaceHeld view={view} />
          </div>
        )}
      </Dialog>
    </May>
  );
}
