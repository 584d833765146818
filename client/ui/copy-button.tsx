'use client';

import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from './button';
import { copyText } from './copy-text';

export interface CopyButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'className'> {
  /** What is copied. */
  text: string;
  /** “Copy link”. Default: “Copy”. */
  label?: string;
}

const SHOWN_MS = 2500;

/** Copies a text and says whether it worked; works on plain http too. */
export function CopyButton({ text, label, look = 'secondary', size = 'md', className }: CopyButtonProps) {
  const t = useTranslations('common');
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const Icon = state === 'done' ? Check : state === 'failed' ? TriangleAlert : Copy;
  return (
    <>
      <Button
        look={look}
        size={size}
        className={className}
        icon={<Icon aria-hidden="true" />}
        onClick={async () => setState((await copyText(text)) ? 'done' : 'failed')}
      >
        {state === 'idle' ? (label ?? t('copy.idle')) : t(`copy.${state}`)}
      </Button>
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : t(`copy.${state}`)}
      </span>
    </>
  );
}
