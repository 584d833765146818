import type { Perceptron } from '@/engine/perceptron/perceptron';
import { type Box, boundaryLine, type PlanePlace } from '@/engine/perceptron/plane';

/** Hundredths at most: what dragging leaves behind can be read and typed. */
function tidy(value: number, step: number): number {
  return Math.round((Math.round(value / step) * step + Number.EPSILON) * 100) / 100 + 0;
}

function held(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value));
}

/** How far the numbers go and how fine dragging is. */
export interface DragLimits {
  weight: number;
  threshold: number;
  step: number;
}

/** Slides the line until it passes through a place: the weights stay, θ becomes the sum there. */
export function slideTo(perceptron: Perceptron, to: PlanePlace, limits: DragLimits): Perceptron {
  const [a = 0, b = 0] = perceptron.weights;
  return { ...perceptron, threshold: tidy(held(a * to.x + b * to.y, limits.threshold), limits.step) };
}

/** The middle of the line within the window: what it turns about. Null where there is no line in sight. */
export function middleOf(perceptron: Perceptron, window: Box): PlanePlace | null {
  const ends = boundaryLine(perceptron, window);
  return ends && { x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2 };
}

/**
 * Turns the line about a place by an angle (radians, anticlockwise): the weights are the arrow that stands on the line, so
 * they turn with it and keep their length; θ is what they give at the place, so that the line still passes there.
 */
export function turnBy(
  perceptron: Perceptron,
  about: PlanePlace,
  angle: number,
  limits: DragLimits,
): Perceptron {
  const [a = 0, b = 0] = perceptron.weights;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const weights = [a * cos - b * sin, a * sin + b * cos].map((weight) =>
    tidy(held(weight, limits.weight), limits.step),
  );
  const threshold = weights[0]! * about.x + weights[1]! * about.y;
  return { weights, threshold: tidy(held(threshold, limits.threshold), limits.step) };
}

/** Turns the line so that its nearer half points to a place; for dragging one of its ends. */
export function turnTo(
  perceptron: Perceptron,
  about: PlanePlace,
  from: PlanePlace,
  to: PlanePlace,
  limits: DragLimits,
): Perceptron {
  const angle = Math.atan2(to.y - about.y, to.x - about.x) - Math.atan2(from.y - about.y, from.x - about.x);
  return turnBy(perceptron, about, angle, limits);
}
