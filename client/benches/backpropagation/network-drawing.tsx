'use client';

import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import type { Elements } from '@/client/ui/elements';
import { type ChipLook, ChipRow } from './chip-row';
import { type BoxPlace, type EdgePlace, type NetworkLayout, neighbour, rowHeight } from './network-layout';
import type { QuantityId, Values } from './quantities';

interface Props {
  layout: NetworkLayout;
  /** What the whole picture shows now. */
  label: string;
  values: Values;
  lookOf(id: QuantityId): ChipLook;
  /** A number's name and value, for screen readers. */
  labelOf(id: QuantityId): string;
  selected: QuantityId | null;
  /** Numbers from which the selected one is calculated. */
  factors: ReadonlySet<QuantityId>;
  /** Edges along which something has just gone, and which way. */
  flow: { edges: readonly QuantityId[]; back: boolean; key: string } | null;
  onFocusChip?(id: QuantityId): void;
  onHover?(id: QuantityId | null): void;
  onPress(id: QuantityId): void;
  /** Numbers are for the field that is being filled in: it keeps the focus, Tab passes over the picture to it, and a key of its own leads here and back. */
  forField?: { pictureId: string; onLeave(): void };
}

/** Weights beyond this draw no thicker. */
const MOST_WEIGHT = 2;

/** The 2-2-1 network with a place for every number: edges, units, and beside each weight its slope. */
export function NetworkDrawing(props: Props) {
  const { layout, label, values, lookOf, labelOf, selected, factors, flow } = props;
  const svg = useRef<SVGSVGElement>(null);
  const first = layout.boxes[0]!.chips[0]!;
  const tabStop = selected ?? first;

  const move = (event: KeyboardEvent, id: QuantityId) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      props.onPress(id);
      return;
    }
    if (event.key === 'Escape') props.forField?.onLeave();
    const next = neighbour(layout, id, event.key);
    if (next === null) return;
    event.preventDefault();
    svg.current?.querySelector<SVGGElement>(`[data-chip="${next}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it, not a form's fieldset.
    <svg
      ref={svg}
      id={props.forField?.pictureId}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={label}
      className="block w-full select-none"
      fontFamily="var(--font-stack-sans)"
    >
      {layout.edges.map((edge) => (
        <Edge
          key={edge.weight}
          edge={edge}
          weight={values[edge.weight]}
          lit={factors.has(edge.weight) || selected === edge.weight}
          flow={flow?.edges.includes(edge.weight) ? flow : null}
        />
      ))}
      <LossEdge edge={layout.lossEdge} flow={flow?.edges.includes('loss') ? flow : null} />
      {layout.boxes.map((one) => (
        <Box key={one.key} box={one}>
          {one.chips.map((id, row) => (
            <ChipRow
              key={id}
              id={id}
              x={one.x}
              y={one.y + 2 + row * rowHeight(one)}
              width={one.width}
              height={rowHeight(one)}
              look={lookOf(id)}
              label={labelOf(id)}
              isSelected={selected === id}
              isFactor={factors.has(id)}
              tabStop={!props.forField && tabStop === id}
              onPointerDown={(event: PointerEvent) => {
                if (props.forField) event.preventDefault();
              }}
              onPress={() => props.onPress(id)}
              onFocus={() => props.onFocusChip?.(id)}
              onHover={(over) => props.onHover?.(over ? id : null)}
              onKeyDown={(event) => move(event, id)}
            />
          ))}
        </Box>
      ))}
    </svg>
  );
}

function Box({ box, children }: { box: BoxPlace; children: Elements }) {
  const unit = box.kind === 'unit' || box.kind === 'input';
  return (
    <g>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={box.kind === 'unit' ? 16 : box.kind === 'input' ? 14 : 8}
        fill="var(--surface-raised)"
        stroke={unit ? 'var(--ink)' : 'var(--line-strong)'}
        strokeWidth={unit ? 2.25 : 1.25}
        strokeDasharray={box.kind === 'loss' ? '5 4' : undefined}
      />
      {children}
    </g>
  );
}

type Flow = { back: boolean; key: string } | null;

function Edge({ edge, weight, lit, flow }: { edge: EdgePlace; weight: number; lit: boolean; flow: Flow }) {
  const width = weight === 0 ? 1.25 : 1.5 + (Math.min(MOST_WEIGHT, Math.abs(weight)) / MOST_WEIGHT) * 7;
  const path = pathOf(edge, false);
  return (
    <g fill="none" strokeLinecap="round">
      <path
        d={path}
        stroke={weight === 0 ? 'var(--line-strong)' : weight > 0 ? 'var(--positive)' : 'var(--negative)'}
        strokeWidth={width}
        strokeDasharray={weight === 0 ? '2 5' : undefined}
        opacity={lit ? 1 : 0.55}
        className="transition-[opacity,stroke-width] duration-200"
      />
      {flow && <Signal edge={edge} flow={flow} width={Math.max(2, width * 0.5)} />}
    </g>
  );
}

function LossEdge({ edge, flow }: { edge: EdgePlace; flow: Flow }) {
  return (
    <g fill="none" strokeLinecap="round">
      <path d={pathOf(edge, false)} stroke="var(--ink)" strokeWidth="2" strokeDasharray="5 4" />
      {flow && <Signal edge={edge} flow={flow} width={3} />}
    </g>
  );
}

/** Something that runs along an edge once: forward as light, backward in the accent. */
function Signal({ edge, flow, width }: { edge: EdgePlace; flow: NonNullable<Flow>; width: number }) {
  return (
    <path
      key={flow.key}
      d={pathOf(edge, flow.back)}
      pathLength="100"
      stroke={flow.back ? 'var(--accent)' : 'var(--surface-raised)'}
      strokeWidth={flow.back ? Math.max(4, width) : width}
      className="signal-once"
    />
  );
}

function pathOf({ from, to }: EdgePlace, back: boolean): string {
  const [a, b] = back ? [to, from] : [from, to];
  return `M${a[0]} ${a[1]}L${b[0]} ${b[1]}`;
}
