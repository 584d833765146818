'use client';

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { type ButtonLook, type ButtonSize, buttonClasses } from './button-classes';

export interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'> {
  /** The accessible name; also shown on hover. */
  label: string;
  icon: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  ref?: Ref<HTMLButtonElement>;
}

/** A square button with a picture alone. */
export function IconButton({
  label,
  icon,
  look = 'quiet',
  size = 'md',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={buttonClasses(look, size, className, true)}
    >
      {icon}
    </button>
  );
}
