import type { Elements } from '@/client/ui/elements';
import { Toaster } from '@/client/ui/toaster';

/** The console takes the width of large screens, its bar too: many cards want to be seen at once. */
export function ConsoleFrame({ children }: { children: Elements }) {
  return (
    <div className="min-h-dvh overflow-x-clip pb-28 md:pb-0 [&_.page-width]:max-w-[118rem]">
      {children}
      <Toaster />
    </div>
  );
}
