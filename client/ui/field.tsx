import type { ReactNode } from 'react';
import { broken } from '@/client/i18n/broken';
import { classNames } from './class-names';
import type { Elements } from './elements';

export interface FieldTexts {
  /** Always visible: never a placeholder in its stead. */
  label: ReactNode;
  /** One line of help under the field. */
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: ReactNode;
}

interface Props extends FieldTexts {
  /** The id of the control; `${id}-note` is the id of the hint or error. */
  id: string;
  className?: string | undefined;
  children: Elements;
}

/** The frame around a control: label, control, hint or error. */
export function Field({ id, label, hint, error, className, children }: Props) {
  const note = error ?? hint;
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {broken(label)}
      </label>
      {children}
      <p
        id={`${id}-note`}
        role={error === undefined ? undefined : 'alert'}
        className={classNames(
          'text-sm',
          error === undefined ? 'text-ink-soft' : 'font-medium text-danger',
          !note && 'hidden',
        )}
      >
        {error !== undefined && <ErrorSign />}
        <span>{broken(note)}</span>
      </p>
    </div>
  );
}

function ErrorSign() {
  return (
    <svg viewBox="0 0 16 16" className="mr-1.5 inline size-4 align-[-0.15em]" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M8 4v5M8 11.2v.8" stroke="var(--surface)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

/** Class names of every box in which something is typed or chosen. */
export const CONTROL_CLASSES =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface-raised text-ink transition-[border-color] ' +
  'placeholder:text-ink-soft hover:border-ink aria-invalid:border-danger aria-invalid:border-2 ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunken disabled:text-ink-soft';
