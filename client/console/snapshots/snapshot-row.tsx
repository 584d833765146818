'use client';

import { ArrowDown, ArrowUp, Eye, Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useConsole } from '@/client/console/console-context';
import { May } from '@/client/console/may';
import { useWished } from '@/client/console/use-wished';
import { Button } from '@/client/ui/button';
import { Checkbox } from '@/client/ui/checkbox';
import { IconButton } from '@/client/ui/icon-button';
import { StudentMark } from '@/client/ui/student-mark';
import { TextField } from '@/client/ui/text-field';
import { LIMITS } from '@/protocol/limits';
import type { SnapshotEntry } from '@/protocol/snapshot';
import type { RosterEntry } from '@/protocol/views';

interface Props {
  snapshot: SnapshotEntry;
  /** From 0. */
  place: number;
  count: number;
  /** Null: deleted since. */
  student: RosterEntry | null;
  /** It is on the projector. */
  shown: boolean;
  /** Null: takes it off. */
  onShow(id: string | null): void;
  onLook(): void;
}

/** One snapshot: its caption, whether whose it is may be told, its place in the order, and the way to the projector. */
export function SnapshotRow({ snapshot, place, count, student, shown, onShow, onLook }: Props) {
  const t = useTranslations('shoulder.snapshots');
  const format = useFormatter();
  const { ask, nameOf, offlineReason } = useConsole();
  const [caption, setCaption] = useState(snapshot.caption);
  const { id } = snapshot;
  const [named, wishNamed] = useWished(snapshot.named);
  const number = place + 1;
  const name = student ? nameOf(student) : '–';
  const save = () => {
    if (caption.trim() !== snapshot.caption)
      void ask({ type: 'snapshot:change', snapshotId: id, caption, named });
  };
  const ways = useRef<HTMLSpanElement>(null);
  /** Which way it was moved here last: the row that moves on the page loses the focus. */
  const moved = useRef<1 | -1 | null>(null);
  const move = (by: 1 | -1) => {
    moved.current = by;
    void ask({ type: 'snapshot:move', snapshotId: id, place: place + by });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place says when it has moved.
  useLayoutEffect(() => {
    if (moved.current === null) return;
    const [up, down] = ways.current?.querySelectorAll('button') ?? [];
    const [wanted, other] = moved.current < 0 ? [up, down] : [down, up];
    moved.current = null;
    (wanted?.disabled ? other : wanted)?.focus();
  }, [place]);
  const offline = offlineReason !== undefined;
  return (
    <li data-testid="snapshot" data-shown={shown} className="flex flex-col gap-1.5 py-2.5 first:pt-0">
      <div className="flex items-center gap-2 text-sm">
        <span className="tabular font-semibold">{number}</span>
        {student && <StudentMark mark={student.mark} className="size-5" />}
        <span
          translate="no"
          title={t('of', { name, time: format.dateTime(snapshot.takenAt, 'time') })}
          className="min-w-0 flex-1 truncate"
        >
          {name}
        </span>
        <IconButton
          size="sm"
          label={t('look', { number })}
          icon={<Eye aria-hidden="true" />}
          onClick={onLook}
        />
        <May least="help">
          <span ref={ways} className="contents">
            <IconButton
              size="sm"
              label={t('up', { number })}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={place === 0 || offline}
              onClick={() => move(-1)}
            />
            <IconButton
              size="sm"
              label={t('down', { number })}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={place === count - 1 || offline}
              onClick={() => move(1)}
            />
          </span>
          <IconButton
            size="sm"
            label={t('remove', { number })}
            icon={<Trash2 aria-hidden="true" />}
            disabled={offline}
            onClick={() => void ask({ type: 'snapshot:remove', snapshotId: id })}
          />
        </May>
      </div>
      <May least="help">
        <TextField
          label={<span className="sr-only">{t('captionOf', { number })}</span>}
          placeholder={t('caption')}
          value={caption}
          maxLength={LIMITS.snapshotCaptionUnits}
          onChange={(event) => setCaption(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save();
          }}
          className="gap-0!"
        />
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <Checkbox
            label={t('tellWho')}
            checked={named}
            onChange={(next) =>
              wishNamed(next, ask({ type: 'snapshot:change', snapshotId: id, caption, named: next }))
            }
          />
          <May least="lead">
            <Button
              size="sm"
              aria-pressed={shown}
              aria-label={t(shown ? 'hideOf' : 'showOf', { number })}
              disabledReason={offlineReason}
              onClick={() => onShow(shown ? null : id)}
              className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            >
              {t('show')}
            </Button>
          </May>
        </div>
      </May>
    </li>
  );
}
