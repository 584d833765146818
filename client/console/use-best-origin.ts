'use client';

import { useEffect, useState } from 'react';

/**
 * The address under which students reach the server: what the server says (its public address, or its address in the
 * network when this page was opened at localhost), else the address that is open here; '' in the first moment.
 */
export function useBestOrigin(origins: readonly string[]): string {
  const [own, setOwn] = useState('');
  useEffect(() => setOwn(window.location.origin), []);
  return origins[0] ?? own;
}
