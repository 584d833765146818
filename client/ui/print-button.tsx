'use client';

import { Printer } from 'lucide-react';
import { Button } from './button';

/** Prints the page that it stands on; is not on paper itself. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button
      icon={<Printer aria-hidden="true" />}
      className="no-print"
      // Where a browser cannot print (some on phones), nothing happens: its own menu has what it can do.
      onClick={() => window.print()}
    >
      {children}
    </Button>
  );
}
