import { createHash } from 'node:crypto';
import type { PoolDrawing } from '@/classroom/pool';
import { bytesToText } from '@/protocol/bytes-text';
import type { WallDrawing } from '@/protocol/pool';
import { isAtConsole, type Role } from './viewer';

/** A drawing as a wall shows it; who drew it is for consoles to know. */
export function onWall(drawing: PoolDrawing, role: Role): WallDrawing {
  const { id, label, heldBack, pixels } = drawing;
  const studentId = isAtConsole(role) ? drawing.studentId : null;
  return { id, label, studentId, heldBack, pixels: bytesToText(pixels) };
}

/** The same for the same pixels alone. */
export function printOf(pixels: Uint8Array): string {
  return createHash('sha1').update(pixels).digest('base64');
}

/** Whether two pools have the same labels under the same names. */
export function sameLabels(one: readonly string[] | null, other: readonly string[] | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
