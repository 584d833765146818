'use client';

import { type HTMLAttributes, useRef } from 'react';
import { useOneStop } from './use-one-stop';

/** A box whose buttons are one stop for Tab: arrows go among them. */
export function OneStopGroup(props: Omit<HTMLAttributes<HTMLDivElement>, 'onKeyDown'>) {
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = useOneStop(root);
  // biome-ignore lint/a11y/noStaticElementInteractions: arrows go among the buttons in it.
  return <div {...props} ref={root} onKeyDown={onKeyDown} />;
}
