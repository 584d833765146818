import type { PoolDrawing } from '@/classroom/pool';
import type { OwnDrawing } from '@/protocol/pool';
import type { StoredPool } from '@/server/store/pool-rows';
import { printOf } from './pool-drawings';

/** What a drawing is before it has a number and a moment. */
export type RawDrawing = Pick<PoolDrawing, 'id' | 'studentId' | 'label' | 'pixels'>;
/** Gives a raw drawing what the class decides: with `ordinal`, which of its label's it is. */
export type DrawingMaker = (raw: RawDrawing, ordinal: number) => PoolDrawing;

/** The drawings of one pool in memory (5 MB at most), as they are stored. */
export class PoolShelf {
  labels: string[] | null = null;
  private readonly drawings = new Map<string, PoolDrawing>();
  private readonly perStudent = new Map<string, number>();
  /** Of each label: how many there were ever. */
  private ordinals: number[] = [];
  /** Of pixels, so that no picture stands in both parts, or twice. */
  private readonly prints = new Set<string>();

  get size(): number {
    return this.drawings.size;
  }

  get(id: string): PoolDrawing | undefined {
    return this.drawings.get(id);
  }

  /** In order of arrival. */
  all(): PoolDrawing[] {
    return [...this.drawings.values()];
  }

  countOf(studentId: string): number {
    return this.perStudent.get(studentId) ?? 0;
  }

  ofStudent(studentId: string): PoolDrawing[] {
    if (this.countOf(studentId) === 0) return [];
    return this.all().filter((drawing) => drawing.studentId === studentId);
  }

  ownOf(studentId: string): OwnDrawing[] {
    return this.ofStudent(studentId).map(({ id, label }) => ({ id, label }));
  }

  hasPixels(print: string): boolean {
    return this.prints.has(print);
  }

  /** How many drawings of each label there were ever: a copy. */
  numbering(): number[] {
    return [...this.ordinals];
  }

  /** Whatever was there before is forgotten. */
  replace({ labels, drawings }: StoredPool): void {
    this.clear();
    this.labels = labels;
    for (const drawing of drawings) this.put(drawing);
  }

  put(drawing: PoolDrawing): void {
    const { id, studentId, label, ordinal, pixels } = drawing;
    this.drawings.set(id, drawing);
    this.prints.add(printOf(pixels));
    this.ordinals[label] = Math.max(this.ordinals[label] ?? 0, ordinal + 1);
    if (studentId !== null) this.perStudent.set(studentId, this.countOf(studentId) + 1);
  }

  drop({ id, studentId, pixels }: PoolDrawing): void {
    this.drawings.delete(id);
    this.prints.delete(printOf(pixels));
    if (studentId === null) return;
    const left = this.countOf(studentId) - 1;
    if (left > 0) this.perStudent.set(studentId, left);
    else this.perStudent.delete(studentId);
  }

  /** Empties it; labels are counted from 0 again. */
  clear(): void {
    this.drawings.clear();
    this.perStudent.clear();
    this.prints.clear();
    this.ordinals = [];
  }
}

/** Drawings that are about to be added to a shelf in one commit: each is decided with those before it. */
export class PoolDraft {
  readonly drawings: PoolDrawing[] = [];
  private readonly prints = new Set<string>();
  private readonly ordinals: number[];

  constructor(
    private readonly shelf: PoolShelf,
    private readonly make: DrawingMaker,
  ) {
    this.ordinals = shelf.numbering();
  }

  /** On the shelf and in the draft. */
  get size(): number {
    return this.shelf.size + this.drawings.length;
  }

  find(id: string): PoolDrawing | undefined {
    return this.shelf.get(id) ?? this.drawings.find((drawing) => drawing.id === id);
  }

  countOf(studentId: string): number {
    return (
      this.shelf.countOf(studentId) +
      this.drawings.filter((drawing) => drawing.studentId === studentId).length
    );
  }

  /** Adds it, unless the same picture is there already. */
  add(raw: RawDrawing): boolean {
    const print = printOf(raw.pixels);
    if (this.shelf.hasPixels(print) || this.prints.has(print)) return false;
    this.prints.add(print);
    const ordinal = this.ordinals[raw.label] ?? 0;
    this.ordinals[raw.label] = ordinal + 1;
    this.drawings.push(this.make(raw, ordinal));
    return true;
  }
}
