'use client';

import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import { Dialog } from '@/client/ui/dialog';
import { Form } from '@/client/ui/form';
import { IconButton } from '@/client/ui/icon-button';
import { TextField } from '@/client/ui/text-field';
import { LIMITS } from '@/protocol/limits';
import type { Snapshot } from '@/protocol/snapshot';
import type { SnapshotDeeds } from './use-snapshot-deeds';

interface Props {
  snapshot: Snapshot;
  /** From 0. */
  place: number;
  count: number;
  deeds: SnapshotDeeds;
}

/** What may be done to a snapshot afterwards: its caption, its place, taking it away. */
export function SnapshotTools({ snapshot, place, count, deeds }: Props) {
  const t = useTranslations('review.snapshots');
  const [open, setOpen] = useState(false);
  const number = place + 1;
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label={t('up', { number })}
        icon={<ArrowUp aria-hidden="true" />}
        disabled={place === 0}
        onClick={() => void deeds.move(snapshot, place - 1)}
      />
      <IconButton
        size="sm"
        label={t('down', { number })}
        icon={<ArrowDown aria-hidden="true" />}
        disabled={place === count - 1}
        onClick={() => void deeds.move(snapshot, place + 1)}
      />
      <IconButton
        size="sm"
        label={t('edit', { number })}
        icon={<Pencil aria-hidden="true" />}
        onClick={() => setOpen(true)}
      />
      <IconButton
        size="sm"
        label={t('remove', { number })}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => void deeds.remove(snapshot)}
      />
      <Dialog open={open} onOpenChange={setOpen} title={t('editTitle', { number })}>
        {open && <CaptionForm snapshot={snapshot} deeds={deeds} onClose={() => setOpen(false)} />}
      </Dialog>
    </span>
  );
}

function CaptionForm({ snapshot, deeds, onClose }: Pick<Props, 'snapshot' | 'deeds'> & { onClose(): void }) {
  const t = useTranslations('review.snapshots');
  const common = useTranslations('common');
  const [caption, setCaption] = useState(snapshot.caption);
  const [named, setNamed] = useState(snapshot.named);
  const [busy, setBusy] = useState(false);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const kept = await deeds.change(snapshot, { caption, named });
    setBusy(false);
    if (kept) onClose();
  };
  return (
    <Form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <TextField
        label={t('caption')}
        value={caption}
        data-first-focus
        maxLength={LIMITS.snapshotCaptionUnits}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setCaption(event.target.value)}
      />
      <Checkbox label={t('named')} checked={named} onChange={setNamed} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
