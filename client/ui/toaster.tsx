'use client';

import { X } from 'lucide-react';
import { useRef } from 'react';
import { Toaster as Sonner } from 'sonner';
import { useTranslations } from 'use-intl';
import { Spinner } from './spinner';
import { ToneIcon } from './tone-icon';
import { useToastFocus } from './use-toast-focus';

/**
 * Where passing messages appear; one a screen, in that screen's own layout (the landing page needs none).
 * Send with `import { toast } from 'sonner'`: `toast.success(text)`, `sayToStay('error', text)`. Only for what may be missed.
 */
export function Toaster() {
  const t = useTranslations('common');
  const around = useRef<HTMLDivElement>(null);
  useToastFocus(around);
  return (
    <div ref={around}>
      <Sonner
        position="bottom-right"
        containerAriaLabel={t('notifications')}
        visibleToasts={3}
        icons={{
          success: <ToneIcon tone="success" className="size-5 text-ok" />,
          error: <ToneIcon tone="error" className="size-5 text-danger" />,
          warning: <ToneIcon tone="warn" className="size-5 text-warn" />,
          info: <ToneIcon tone="info" className="size-5 text-accent" />,
          loading: <Spinner label={t('busy')} />,
          close: <X aria-hidden="true" className="size-4" />,
        }}
        toastOptions={{
          unstyled: true,
          closeButtonAriaLabel: t('close'),
          classNames: {
            toast:
              'flex w-full font-sans! items-start gap-3 rounded-md border border-line-strong bg-surface-raised px-4 py-3 text-sm text-ink shadow-popup focus-visible:outline-3! focus-visible:outline-offset-2! focus-visible:outline-focus!',
            content: 'min-w-0 flex-1',
            title: 'font-semibold',
            description: 'text-ink-soft',
            actionButton: 'ml-auto shrink-0 font-semibold text-accent underline underline-offset-2',
            closeButton:
              'order-last -my-1.5 -mr-2 grid size-8 pointer-coarse:-my-3 pointer-coarse:-mr-3 pointer-coarse:size-11 shrink-0 place-items-center rounded-sm text-ink-soft transition-colors hover:bg-surface-sunken hover:text-ink',
          },
        }}
      />
    </div>
  );
}
