'use client';

import { type ButtonHTMLAttributes, type MouseEvent, type Ref, useId } from 'react';
import { useTranslations } from 'use-intl';
import { broken } from '@/client/i18n/broken';
import { type ButtonLook, type ButtonSize, buttonClasses } from './button-classes';
import type { Elements } from './elements';
import { Spinner } from './spinner';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary action a screen. Default `secondary`. */
  look?: ButtonLook;
  /** `lg` for the main action and for touch; `sm` inside dense tables. Default `md`. */
  size?: ButtonSize;
  /** Work is under way: keeps its width, shows a spinner, takes no clicks. */
  busy?: boolean;
  /** Why it cannot be used now. The button stays reachable by keyboard and tells the reason on hover and focus. */
  disabledReason?: string | undefined;
  /** A picture before the label. */
  icon?: Elements;
  ref?: Ref<HTMLButtonElement>;
}

/** The button. `type` is `button` unless told. */
export function Button({
  look = 'secondary',
  size = 'md',
  busy = false,
  disabledReason,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const t = useTranslations('common');
  const noteId = useId();
  const blocked = busy || disabledReason !== undefined;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      aria-describedby={blocked ? noteId : rest['aria-describedby']}
      onClick={click}
      className={buttonClasses(look, size, className)}
    >
      <span className={busy ? 'contents [&>*]:opacity-0' : 'contents'}>
        {icon}
        {children !== undefined && <span>{broken(children)}</span>}
      </span>
      {busy && (
        <span aria-hidden="true" className="absolute inset-0 grid place-items-center">
          <Spinner label={t('busy')} />
          <span id={noteId} className="sr-only">
            {t('busy')}
          </span>
        </span>
      )}
      {/* Hidden from the name, which stays the label; `aria-describedby` reads it all the same. */}
      {disabledReason !== undefined && !busy && (
        <span ref={keepInside} id={noteId} aria-hidden="true" data-reason="" className="button-reason">
          {broken(disabledReason)}
        </span>
      )}
    </button>
  );
}

/** Most buttons never give a reason. Where the code does not come, the reason stays where the styles put it. */
function keepInside(note: HTMLElement): () => void {
  let stop = () => {};
  import('./into-window').then(
    ({ keepInWindow }) => {
      if (note.isConnected) stop = keepInWindow(note);
    },
    () => undefined,
  );
  return () => stop();
}
