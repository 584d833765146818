'use client';

import { memo } from 'react';
import { edgeCurve, linkPath, type NetworkEdge, type PlaygroundLayout } from './playground-layout';
import type { Cursor } from './walk';

interface Props {
  layout: PlaygroundLayout;
  cursor: Cursor | null;
  elementId(id: string): string;
  labelOf(edge: NetworkEdge): string;
  /** Weights may be edited. */
  open: boolean;
  onLook(id: string | null): void;
  onAct(id: string, seenFrom: 'from' | 'to'): void;
}

/** What of the edges can be touched and focused; drawn they are on the canvas below. */
export const EdgePaths = memo(
  function EdgePaths({ layout, cursor, elementId, labelOf, onLook, onAct }: Props) {
    return (
      // biome-ignore lint/a11y/noSvgWithoutTitle: each edge has a name of its own.
      <svg className="absolute inset-0" width={layout.width} height={layout.height}>
        {layout.edges.map((edge) => (
          // biome-ignore lint/a11y/useSemanticElements: inside an SVG there is no button.
          <path
            key={edge.id}
            id={elementId(edge.id)}
            d={linkPath(edgeCurve(edge, layout.size))}
            role="button"
            tabIndex={cursor?.on === 'edge' && cursor.id === edge.id ? 0 : -1}
            aria-label={labelOf(edge)}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={11}
            strokeOpacity={0}
            pointerEvents="stroke"
            className="cursor-pointer outline-none hover:[stroke-opacity:0.16] focus-visible:[stroke-opacity:0.4] focus-visible:[stroke:var(--focus)]"
            onPointerEnter={(event) => event.pointerType !== 'touch' && onLook(edge.id)}
            onPointerLeave={(event) => event.pointerType !== 'touch' && onLook(null)}
            onFocus={() => onLook(edge.id)}
            onBlur={() => onLook(null)}
            onClick={() => onAct(edge.id, 'to')}
            onKeyDown={undefined}
          />
        ))}
      </svg>
    );
  },
  (a, b) =>
    a.layout === b.layout &&
    a.cursor?.id === b.cursor?.id &&
    a.cursor?.on === b.cursor?.on &&
    a.open === b.open,
);
