'use client';

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BenchModel } from '@/client/benches/playground/model/bench-model';
import type { InputNames } from '@/client/benches/playground/model/input-names';
import type { FocusTarget } from '@/client/benches/playground/surface/focus-target';
import { readPalette } from '@/client/benches/playground/surface/palette';
import { useShortWindow } from '@/client/benches/playground/use-short-window';
import { sharpContext, usePixelRatio } from '@/client/charts/sharp-canvas';
import { useElementWidth } from '@/client/charts/use-element-width';
import { useThemeTick } from '@/client/charts/use-theme-tick';
import type { PlaygroundBegun } from '@/engine/playground/messages';
import type { FeatureId } from '@/engine/points/features';
import { ColumnHeads } from './column-heads';
import { EdgePaths } from './edge-paths';
import { LayerSums } from './layer-sums';
import { NodeButton } from './node-button';
import { paintEdges } from './paint-edges';
import { UnitPainter } from './paint-units';
import { layoutNetwork, type NetworkNode } from './playground-layout';
import { useWeightWords } from './use-weight-words';
import { type Cursor, heldCursor, walkNetwork } from './walk';

/** A weight or a bias that is looked at or edited. */
export interface WeightTarget {
  /** Place among all weights. */
  index: number;
  /** The element to go back to. */
  element: string;
  label: string;
}

interface Props {
  model: BenchModel;
  begun: PlaygroundBegun;
  used: readonly FeatureId[];
  /** Every feature that these points can have, in the order they are shown in. */
  offered: readonly FeatureId[];
  inputNames: InputNames;
  /** Features can be switched on and off. */
  featuresOpen: boolean;
  layersOpen: boolean;
  /** Weights may be edited. */
  weightsOpen: boolean;
  /** Weights stand as numbers on all edges. */
  numbers: boolean;
  held: boolean;
  onFeature(feature: FeatureId): void;
  onUnits(layer: number, change: 1 | -1): void;
  /** What is under the pointer or the focus, for the big surface. */
  onTarget(target: FocusTarget | null): void;
  /** What weight is under the pointer or the focus. */
  onLook(weight: WeightTarget | null): void;
  /** A weight is to be edited. */
  onEdit(weight: WeightTarget): void;
}

const HEIGHT = 312;
/** Of eight units each is still 24 pixels high. */
const SHORT_HEIGHT = 248;
/** Own data may have many inputs: then the picture grows. */
const LEAST_ROW = 25;
const UNIT_CELLS = 24;

/** The network as it is wired: every unit with what it sees, every weight as an edge. Wholly operable by pointer and keys. */
export function NetworkView(props: Props) {
  const { model, begun, used, offered, inputNames, featuresOpen, layersOpen, weightsOpen, numbers, held } =
    props;
  const t = useTranslations('playground');
  const words = useWeightWords(inputNames);
  const [box, width] = useElementWidth<HTMLDivElement>();
  const shown = featuresOpen ? offered : used;
  const height = Math.max(useShortWindow() ? SHORT_HEIGHT : HEIGHT, shown.length * LEAST_ROW);
  const ratio = usePixelRatio();
  const theme = useThemeTick();
  const helpId = useId();
  const idPrefix = useId();
  const edgesCanvas = useRef<HTMLCanvasElement>(null);
  const canvases = useRef(new Map<string, HTMLCanvasElement>());
  const tapped = useRef<string | null>(null);
  const [kept, setCursor] = useState<Cursor | null>(null);
  const [near, setNear] = useState<string | null>(null);
  const layout = useMemo(
    () =>
      layoutNetwork({
        width: Math.max(width, 240),
        height,
        features: shown,
        used,
        shape: begun.shape,
        labels: 40,
      }),
    [width, height, shown, used, begun.shape],
  );
  const cursor = heldCursor(layout, kept);
  const elementId = (id: string) => `${idPrefix}-${id}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page.
  useEffect(() => {
    const canvas = edgesCanvas.current;
    if (!canvas || width === 0) return;
    const palette = readPalette(canvas);
    const units = new UnitPainter(palette);
    for (const node of layout.nodes) {
      const sheet = canvases.current.get(node.id);
      if (sheet && node.feature) units.feature(sheet, node.feature);
    }
    return model.frames.paint((frame, of) => {
      if (of !== begun) return;
      const context = sharpContext(edgesCanvas, layout.width, layout.height, ratio);
      if (!context) return;
      paintEdges(context, layout, frame.weights, {
        palette,
        numbered: (edge) => numbers || edge.to.id === near || edge.id === near,
        write: words.write,
      });
      for (const node of layout.nodes) {
        const sheet = canvases.current.get(node.id);
        if (!sheet || node.feature) continue;
        if (node.hiddenUnit !== null) units.unit(sheet, frame, node.hiddenUnit);
        else units.output(sheet, frame, begun, node.index);
      }
    });
  }, [model, begun, layout, ratio, theme, width, numbers, near]);

  const targetOf = (node: NetworkNode): FocusTarget | null => {
    if (node.feature) return { on: 'feature', feature: node.feature };
    if (node.hiddenUnit !== null) {
      return { on: 'unit', unit: node.hiddenUnit, layer: node.layer, place: node.index + 1 };
    }
    return begun.shape.layers.at(-1)!.units > 1 ? { on: 'output', output: node.index } : null;
  };
  const biasOf = (node: NetworkNode): WeightTarget | null =>
    node.bias === null ? null : { index: node.bias, element: elementId(node.id), label: words.bias(node) };

  const lookAt = (node: NetworkNode | null) => {
    setNear(node && node.layer > 0 ? node.id : null);
    props.onTarget(node && targetOf(node));
    props.onLook(node && biasOf(node));
  };
  const lookAtEdge = (id: string | null) => {
    const edge = layout.edges.find((one) => one.id === id);
    setNear(edge?.id ?? null);
    props.onLook(
      edge ? { index: edge.weight, element: elementId(edge.id), label: words.weight(edge) } : null,
    );
  };
  const act = (id: string) => {
    if (held) return;
    const node = layout.nodes.find((one) => one.id === id);
    if (node?.feature) {
      if (featuresOpen) props.onFeature(node.feature);
      return;
    }
    if (!weightsOpen) return;
    const bias = node && biasOf(node);
    const edge = layout.edges.find((one) => one.id === id);
    if (bias) props.onEdit(bias);
    else if (edge)
      props.onEdit({ index: edge.weight, element: elementId(edge.id), label: words.weight(edge) });
  };
  const press = (event: KeyboardEvent) => {
    if (!cursor || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      act(cursor.id);
      return;
    }
    const next = walkNetwork(layout, cursor, event.key);
    if (!next) return;
    event.preventDefault();
    setCursor(next);
    document.getElementById(elementId(next.id))?.focus();
  };

  return (
    <div>
      <ColumnHeads
        layout={layout}
        shape={begun.shape}
        open={layersOpen}
        featuresOpen={featuresOpen}
        held={held}
        onUnits={props.onUnits}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a picture. */}
      <div
        ref={box}
        role="group"
        aria-label={t('network.label', { sizes: words.sizes(used.length, begun.shape) })}
        aria-describedby={helpId}
        onKeyDown={press}
        onPointerLeave={() => lookAt(null)}
        data-testid="network"
        className="relative"
        style={{ height }}
      >
        <p id={helpId} className="sr-only">
          {t('network.help')}
        </p>
        <canvas ref={edgesCanvas} className="pointer-events-none absolute inset-0 size-full" />
        <EdgePaths
          layout={layout}
          cursor={cursor}
          elementId={elementId}
          labelOf={words.weight}
          open={weightsOpen}
          onLook={lookAtEdge}
          onAct={(id, seen) => {
            setCursor({ on: 'edge', id, seenFrom: seen });
            act(id);
          }}
        />
        {layout.nodes.map((node) => (
          <NodeButton
            key={node.id}
            node={node}
            size={layout.size}
            id={elementId(node.id)}
            current={cursor?.id === node.id}
            label={words.node(node, begun.shape)}
            toggles={node.feature !== null && featuresOpen}
            cells={UNIT_CELLS}
            sheet={(canvas) => {
              if (canvas) canvases.current.set(node.id, canvas);
              else canvases.current.delete(node.id);
            }}
            onLook={(looks) => lookAt(looks ? node : null)}
            onAct={(byTouch) => {
              setCursor({ on: 'node', id: node.id });
              // A finger cannot hover: the first tap on a unit looks, the second one edits.
              const looksFirst = byTouch && !node.feature && tapped.current !== node.id;
              tapped.current = node.id;
              if (!looksFirst) act(node.id);
            }}
          />
        ))}
      </div>
      <LayerSums layout={layout} shape={begun.shape} />
    </div>
  );
}
