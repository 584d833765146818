import type { NetworkEdge, PlaygroundLayout } from './playground-layout';

/** Where the keyboard stands in a network: on a node, or on an edge that is looked at from one of its ends. */
export type Cursor = { on: 'node'; id: string } | { on: 'edge'; id: string; seenFrom: 'from' | 'to' };

type Network = Pick<PlaygroundLayout, 'nodes' | 'edges'>;

/**
 * Where an arrow key leads, or null where there is nothing. Up and down: the next node of the column, or the next edge of the
 * same node. Left and right: from a node onto its edges, from an edge to the node at that end.
 */
export function walkNetwork(network: Network, cursor: Cursor, key: string): Cursor | null {
  return cursor.on === 'node' ? fromNode(network, cursor.id, key) : fromEdge(network, cursor, key);
}

function fromNode({ nodes, edges }: Network, id: string, key: string): Cursor | null {
  const node = nodes.find((one) => one.id === id);
  if (!node) return null;
  const column = nodes.filter((one) => one.layer === node.layer);
  const at = column.indexOf(node);
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = column[at + (key === 'ArrowDown' ? 1 : -1)];
      return next ? { on: 'node', id: next.id } : null;
    }
    case 'ArrowRight':
      return onto(
        edges.find((edge) => edge.from.id === id),
        'from',
      );
    case 'ArrowLeft':
      return onto(
        edges.find((edge) => edge.to.id === id),
        'to',
      );
    case 'Home':
      return nodes[0] ? { on: 'node', id: nodes[0].id } : null;
    case 'End':
      return { on: 'node', id: nodes.at(-1)!.id };
    default:
      return null;
  }
}

function fromEdge(
  { edges }: Network,
  { id, seenFrom }: Extract<Cursor, { on: 'edge' }>,
  key: string,
): Cursor | null {
  const edge = edges.find((one) => one.id === id);
  if (!edge) return null;
  const bundle = edges.filter((one) => one[seenFrom].id === edge[seenFrom].id);
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
      return onto(bundle[bundle.indexOf(edge) + (key === 'ArrowDown' ? 1 : -1)], seenFrom);
    case 'ArrowRight':
      return { on: 'node', id: edge.to.id };
    case 'ArrowLeft':
      return { on: 'node', id: edge.from.id };
    case 'Home':
      return onto(bundle[0], seenFrom);
    case 'End':
      return onto(bundle.at(-1), seenFrom);
    default:
      return null;
  }
}

function onto(edge: NetworkEdge | undefined, seenFrom: 'from' | 'to'): Cursor | null {
  return edge ? { on: 'edge', id: edge.id, seenFrom } : null;
}

/** The cursor where it still exists, else the first node that the network has. */
export function heldCursor({ nodes, edges }: Network, cursor: Cursor | null): Cursor | null {
  const there = cursor && (cursor.on === 'node' ? nodes : edges).some((one) => one.id === cursor.id);
  if (there) return cursor;
  const first = nodes.find((node) => node.used) ?? nodes[0];
  return first ? { on: 'node', id: first.id } : null;
}
