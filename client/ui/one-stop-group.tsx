'use client';

import { type HTMLAttributes, useRef } from 'react';
import { useOneStop } from './use-one-stop';

interface Props extends Omit<HTMLAttributes<HTMLDivElement>, 'onKeyDown'> {
  /** Its lists, ticks and sliders belong to it as well. */
  fields?: boolean;
}

/** A box whose buttons are one stop for Tab: arrows go among them. */
export function OneStopGroup({ fields = false, ...props }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const onKeyDown = useOneStop(root, fields);
  // biome-ignore lint/a11y/noStaticElementInteractions: arrows go among the buttons in it.
  return <div {...props} ref={root} onKeyDown={onKeyDown} />;
}
