import type { ReactNode } from 'react';
import type { Elements } from '@/client/ui/elements';

/** One line over the bar at the foot of a class's page: what the class asks of everybody now. */
export function BarNotice({ icon, children }: { icon: Elements; children: ReactNode }) {
  return (
    <div className="border-b border-line bg-accent-soft">
      <p className="page-width flex min-h-11 items-center gap-3 py-1.5 text-sm">
        {icon}
        <span>{children}</span>
      </p>
    </div>
  );
}
