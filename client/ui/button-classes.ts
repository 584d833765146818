import { classNames } from './class-names';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const LOOKS: Record<ButtonLook, string> = {
  primary:
    'bg-accent text-on-accent border-accent not-aria-disabled:hover:bg-accent-strong not-aria-disabled:hover:border-accent-strong',
  secondary:
    'bg-surface-raised text-ink border-line-strong not-aria-disabled:hover:border-ink not-aria-disabled:hover:bg-surface-sunken',
  quiet: 'bg-transparent text-ink border-transparent not-aria-disabled:hover:bg-surface-sunken',
  danger:
    'bg-danger text-on-danger border-danger not-aria-disabled:hover:bg-danger-strong not-aria-disabled:hover:border-danger-strong',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'min-h-8 text-sm gap-1.5 rounded-sm [&_svg]:size-4',
  md: 'min-h-10 text-sm gap-2 rounded-md [&_svg]:size-4.5',
  lg: 'min-h-13 text-lg gap-2.5 rounded-md [&_svg]:size-5',
};

const PADDING: Record<ButtonSize, string> = { sm: 'px-2.5', md: 'px-4', lg: 'px-6' };
const SQUARE: Record<ButtonSize, string> = { sm: 'w-8', md: 'w-10', lg: 'w-13' };

/** Class names of everything that looks like a button: buttons, links and menu triggers. */
export function buttonClasses(look: ButtonLook, size: ButtonSize, extra?: string, square = false): string {
  return classNames(
    'group/button relative inline-flex shrink-0 items-center justify-center border font-semibold leading-tight no-underline select-none',
    'transition-[background-color,border-color,color,translate] not-aria-disabled:active:translate-y-px',
    'disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunken disabled:text-ink-soft',
    'aria-disabled:cursor-not-allowed aria-disabled:not-aria-busy:border-line aria-disabled:not-aria-busy:bg-surface-sunken aria-disabled:not-aria-busy:text-ink-soft',
    'pointer-coarse:min-h-11 pointer-coarse:min-w-11',
    SIZES[size],
    square ? SQUARE[size] : PADDING[size],
    LOOKS[look],
    extra,
  );
}
