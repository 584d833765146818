import type { AnchorHTMLAttributes } from 'react';
import { broken } from '@/client/i18n/broken';
import { type ButtonLook, type ButtonSize, buttonClasses } from './button-classes';
import type { Elements } from './elements';

export interface PlainLinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: Elements;
}

/** A `LinkButton` that loads the page afresh and needs no script: for the landing page and for failures. */
export function PlainLinkButton({
  look = 'secondary',
  size = 'md',
  icon,
  className,
  children,
  ...rest
}: PlainLinkButtonProps) {
  return (
    <a {...rest} className={buttonClasses(look, size, className)}>
      {icon}
      <span>{broken(children)}</span>
    </a>
  );
}
