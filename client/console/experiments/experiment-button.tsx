'use client';

import { useConsole } from '@/client/console/console-context';
import { Button, type ButtonProps } from '@/client/ui/button';

interface Props extends Omit<ButtonProps, 'disabledReason'> {
  /** Why it makes no sense now. */
  reason?: string | undefined;
}

/** A press that the class hears: not while the console is offline. */
export function ExperimentButton({ reason, ...rest }: Props) {
  const { offlineReason } = useConsole();
  return <Button {...rest} disabledReason={offlineReason ?? reason} />;
}
