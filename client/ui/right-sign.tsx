import { Check, X } from 'lucide-react';

/** Says at a glance whether something is right, and aloud with `label`. */
export function RightSign({ right, label, size = 16 }: { right: boolean; label: string; size?: number }) {
  const Sign = right ? Check : X;
  return (
    <>
      <Sign
        aria-hidden="true"
        size={size}
        strokeWidth={3}
        className={right ? 'shrink-0 text-ok' : 'shrink-0 text-danger'}
      />
      <span className="sr-only">{label}</span>
    </>
  );
}
