'use client';

import { Check, Download, Upload } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '@/client/i18n/use-numbers';
import { Button } from '@/client/ui/button';
import { Notice } from '@/client/ui/notice';
import { formatOwnPoints, OWN_POINTS, type OwnPoints, parseOwnPoints } from '@/engine/points/own-points';
import { PointThumbnail } from './point-thumbnail';
import { useFaultWords } from './use-fault-words';

interface Props {
  text: string;
  own: OwnPoints | null;
  onText(text: string): void;
  onTake(data: OwnPoints): void;
}

const EXAMPLE = 'x,y,label\n1.2,3.4,A\n2.1,2.9,A\n-3,0.5,B\n-2.2,1.1,B\n';

/** Points from CSV, pasted or uploaded. It is read while it is typed: what is wrong stands beside it, with its line. */
export function CsvData({ text, own, onText, onTake }: Props) {
  const t = useTranslations('playground');
  const numbers = useNumbers();
  const faultWords = useFaultWords();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const read = useDeferredValue(text);
  const parsed = useMemo(() => (read.trim() === '' ? null : parseOwnPoints(read)), [read]);

  const upload = async (chosen: File | undefined) => {
    if (!chosen) return;
    setUnreadable(null);
    // Four bytes a character at most: larger is too large whatever it says.
    if (chosen.size > OWN_POINTS.characters * 4) {
      setUnreadable(t('own.fault.too-large', { most: numbers.integer(OWN_POINTS.characters) }));
      return;
    }
    try {
      const content = await chosen.text();
      if (content.length > OWN_POINTS.characters) {
        setUnreadable(t('own.fault.too-large', { most: numbers.integer(OWN_POINTS.characters) }));
      } else onText(content);
    } catch {
      setUnreadable(t('own.unreadable'));
    }
  };
  const save = () => {
    if (!own) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([formatOwnPoints(own)], { type: 'text/csv' }));
    link.download = 'points.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const fault = unreadable ?? (parsed && !parsed.ok ? faultWords(parsed.fault) : null);
  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('own.paste')}
      </label>
      <p id={`${id}-note`} className="-mt-2 text-sm text-ink-soft">
        {t('own.format', {
          least: numbers.integer(OWN_POINTS.leastRows),
          rows: numbers.integer(OWN_POINTS.rows),
          classes: numbers.integer(OWN_POINTS.classes),
        })}
      </p>
      <textarea
        id={id}
        value={text}
        aria-describedby={`${id}-note`}
        aria-invalid={fault !== null || undefined}
        spellCheck={false}
        rows={8}
        placeholder={EXAMPLE}
        onChange={(event) => {
          setUnreadable(null);
          onText(event.target.value);
        }}
        className="tabular w-full resize-y rounded-md border border-line-strong bg-surface-raised p-3 font-mono text-sm placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger"
      />
      <div className="min-h-16">
        {fault !== null ? (
          <Notice tone="error" title={t('own.wrong')}>
            {fault}
          </Notice>
        ) : parsed?.ok ? (
          <div className="flex items-center gap-3" role="status">
            <span className="block w-16 shrink-0 rounded-sm border border-line bg-surface-raised">
              <PointThumbnail points={parsed.data.points} />
            </span>
            <p className="text-sm">
              {parsed.data.value
                ? t('own.readsValues', { count: parsed.data.points.xs.length })
                : t('own.reads', {
                    count: parsed.data.points.xs.length,
                    classes: parsed.data.classNames.length,
                    names: parsed.data.classNames.join(t('list')),
                  })}
            </p>
          </div>
        ) : null}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={t('own.upload')}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void upload(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {own && (
          <Button look="quiet" icon={<Download aria-hidden="true" />} onClick={save}>
            {t('own.save')}
          </Button>
        )}
        <Button icon={<Upload aria-hidden="true" />} onClick={() => file.current?.click()}>
          {t('own.upload')}
        </Button>
        <Button
          look="primary"
          icon={<Check aria-hidden="true" />}
          disabledReason={parsed?.ok ? undefined : t('own.notYet')}
          onClick={() => parsed?.ok && onTake(parsed.data)}
        >
          {t('own.use')}
        </Button>
      </div>
    </div>
  );
}
