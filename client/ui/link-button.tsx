import Link from 'next/link';
import type { ComponentProps } from 'react';
import { broken } from '@/client/i18n/broken';
import { type ButtonLook, type ButtonSize, buttonClasses } from './button-classes';
import type { Elements } from './elements';

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: Elements;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({
  look = 'secondary',
  size = 'md',
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClasses(look, size, className)}>
      {icon}
      <span>{broken(children)}</span>
    </Link>
  );
}
