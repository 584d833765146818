import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { type ButtonLook, type ButtonSize, buttonClasses } from '@/client/ui/button-classes';

export interface PlainLinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
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
      {children}
    </a>
  );
}
