import type { ReactNode } from 'react';

interface Props {
  /** What to read out now; change it to have it read. Keep the component mounted, or readers miss it. */
  children: ReactNode;
  /** Interrupt what is being read. For errors that stop the person. */
  urgent?: boolean;
  /** Show it too. Default: for screen readers alone. */
  visible?: boolean;
  className?: string;
}

/** Says changes to those who do not see them. */
export function LiveRegion({ children, urgent = false, visible = false, className }: Props) {
  return (
    <div role={urgent ? 'alert' : 'status'} aria-atomic="true" className={visible ? className : 'sr-only'}>
      {children}
    </div>
  );
}
