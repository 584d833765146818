'use client';

import { FolderInput } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalText } from '@/client/i18n/use-refusal-text';
import { Button } from '@/client/ui/button';
import { labelColumns } from '@/client/ui/label-columns';
import { OneStopGroup } from '@/client/ui/one-stop-group';
import type { Answer, RefusalCode } from '@/protocol/refusals';
import { labelColour } from './label-names';

interface Props {
  names: readonly string[];
  /** Null: nothing is drawn. */
  pixels: Uint8Array<ArrayBuffer> | null;
  file(label: number, pixels: Uint8Array<ArrayBuffer>): Promise<Answer>;
  /** It is filed: under which label. */
  onFiled(label: number): void;
  /** Why nothing can be filed now. */
  closedReason?: string | undefined;
}

/** One button a label: files the drawing under it. */
export function FileButtons({ names, pixels, file, onFiled, closedReason }: Props) {
  const t = useTranslations('pool.file');
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const last = useRef(pixels);
  if (last.current !== pixels) {
    last.current = pixels;
    if (refusal !== null) setRefusal(null);
  }
  const many = names.length > 4;

  const press = async (label: number) => {
    if (busy !== null) return;
    if (pixels === null) {
      setRefusal('drawing-empty');
      return;
    }
    setBusy(label);
    const answer = await file(label, pixels);
    setBusy(null);
    if (answer.ok) onFiled(label);
    else setRefusal(answer.code);
  };

  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{t('legend')}</legend>
      <OneStopGroup className={labelColumns(names)}>
        {names.map((name, label) => (
          <Button
            key={name}
            size={many ? 'sm' : 'md'}
            busy={busy === label}
            disabledReason={closedReason}
            icon={many ? undefined : <FolderInput aria-hidden="true" />}
            className="border-b-4!"
            style={{ borderBottomColor: labelColour(label) }}
            onClick={() => void press(label)}
          >
            {name}
          </Button>
        ))}
      </OneStopGroup>
      <p role="alert" className="mt-1.5 min-h-[1.5em] text-sm font-semibold text-danger">
        {refusal !== null && refusalText(refusal)}
      </p>
    </fieldset>
  );
}
