'use client';

import { CornerDownLeft, Delete } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/client/ui/button';
import { IconButton } from '@/client/ui/icon-button';

interface Props {
  onKey(key: string): void;
  onErase(): void;
  /** Left out where nothing is judged at once. */
  onEnter?: (() => void) | undefined;
}

const KEYS = ['×', '+', '−', '(', ')', '1 − '] as const;

/** Signs that a phone's number keys lack: for fingers alone, since a keyboard has them. Pressing one leaves the caret in the field. */
export function Keypad({ onKey, onErase, onEnter }: Props) {
  const t = useTranslations('backpropagation.keypad');
  const stay = { tabIndex: -1, onPointerDown: (event: React.PointerEvent) => event.preventDefault() };
  return (
    <fieldset className="flex flex-wrap gap-1 max-sm:grid max-sm:grid-cols-8 max-sm:[&_button]:min-w-0 max-sm:[&_button]:w-full">
      <legend className="sr-only">{t('label')}</legend>
      {KEYS.map((key) => (
        <Button
          key={key}
          size="sm"
          className="min-w-8 !px-2 whitespace-nowrap max-sm:!px-0"
          {...stay}
          onClick={() => onKey(key)}
        >
          {key.trim()}
        </Button>
      ))}
      <IconButton
        size="sm"
        look="secondary"
        label={t('erase')}
        icon={<Delete aria-hidden="true" />}
        {...stay}
        onClick={onErase}
      />
      {onEnter && (
        <IconButton
          size="sm"
          look="secondary"
          label={t('enter')}
          icon={<CornerDownLeft aria-hidden="true" />}
          {...stay}
          onClick={onEnter}
        />
      )}
    </fieldset>
  );
}
