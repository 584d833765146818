import { createHmac } from 'node:crypto';
import {
  isChallengeable,
  isEmptyDrawing,
  isHeldBack,
  labelCount,
  nameLabels,
  type PoolDrawing,
  poolFacts,
  poolKindOf,
  refuseDrawing,
  refuseTakingBack,
  tidyLabels,
} from '@/classroom/pool';
import type { ClassState } from '@/classroom/state';
import { bytesToText, textToBytes } from '@/protocol/bytes-text';
import {
  type OwnDrawing,
  POOL,
  type PoolAdd,
  type PoolFacts,
  type PoolKind,
  type WallDrawing,
} from '@/protocol/pool';
import { POOL_FILE_FORMAT, type PoolFile, type PoolImported } from '@/protocol/pool-file';
import { type Answer, type Refusal, refuse } from '@/protocol/refusals';
import type { Store } from '../store/store';
import { newId } from './credentials';
import { onWall, printOf, sameLabels } from './pool-drawings';
import { PoolWatch } from './pool-watch';
import type { Role, Viewer } from './viewer';

export interface ClassPoolParts {
  store: Store;
  now: () => number;
  state: () => ClassState;
  /** Whether a viewer is still in the class. */
  isHere: (viewer: Viewer) => boolean;
  /** The server's own: which drawings are held back is drawn from it. */
  secret: string;
}

interface Filing {
  studentId: string;
  drawing: PoolAdd;
  answer: (answer: Answer) => void;
  fail: (error: unknown) => void;
}

/**
 * The pool of one live class: all drawings in memory (5 MB at most), read from the store when first asked for. Changes come one after
 * another; drawings that arrive together share a commit, and nobody is answered before it.
 */
export class ClassPool {
  private labels: string[] | null = null;
  private readonly drawings = new Map<string, PoolDrawing>();
  private readonly perStudent = new Map<string, number>();
  /** Of each label: how many there were ever. */
  private ordinals: number[] = [];
  /** Of pixels, so that no picture stands in both parts, or twice. */
  private readonly prints = new Map<string, string>();
  private readonly watch: PoolWatch;
  private readonly epoch = newId().slice(0, 8);
  private changes = 0;
  private facts: PoolFacts | null = null;
  private loading: Promise<void> | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private filings: Filing[] = [];

  constructor(private readonly parts: ClassPoolParts) {
    this.watch = new PoolWatch({
      frameFor: (role, { own, added, removed }) => ({
        pool: this.tell(),
        own: own && role.kind === 'student' ? this.ownOf(role.studentId) : null,
        added: role.kind === 'student' ? [] : this.wall(role, added),
        removed: role.kind === 'student' ? [] : removed,
      }),
    });
  }

  /** The kind of this class's pool; null: its lesson gathers none. */
  get kind(): PoolKind | null {
    return poolKindOf(this.parts.state());
  }

  /** Changes whenever the drawings or labels do, and is another after a restart. */
  get version(): string {
    return `${this.epoch}.${this.changes}`;
  }

  /** Reads the pool from the store, once; a failed attempt may be repeated. */
  ready(): Promise<void> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  /** What is known to all of the pool as it stands. After `ready`. */
  tell(): PoolFacts {
    const kind = this.kind ?? 'labels';
    const state = this.parts.state();
    this.facts ??= poolFacts(state, kind, this.labels, this.drawings.values(), this.version);
    return this.facts;
  }

  ownOf(studentId: string): OwnDrawing[] {
    if (!this.perStudent.get(studentId)) return [];
    return this.all()
      .filter((drawing) => drawing.studentId === studentId)
      .map(({ id, label }) => ({ id, label }));
  }

  all(): PoolDrawing[] {
    return [...this.drawings.values()];
  }

  /** From now on this viewer hears of changes. */
  opened(viewer: Viewer): void {
    // It may have gone while the pool was read.
    if (this.parts.isHere(viewer)) this.watch.add(viewer);
  }

  forgetViewer(viewer: Viewer): void {
    this.watch.remove(viewer);
  }

  /** The class went on: whether drawings are taken may have changed. */
  stepChanged(): void {
    this.facts = null;
    this.watch.changed({});
  }

  /** Files a student's drawing. The same id twice is the same drawing. */
  file(studentId: string, drawing: PoolAdd): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.filings.push({ studentId, drawing, answer, fail });
      this.enqueue(() => this.fileAll()).catch(fail);
    });
  }

  /** Takes a drawing out: a student an own one, a teacher any. */
  take(role: Role, id: string): Promise<Answer> {
    return this.enqueue(async () => {
      const drawing = this.drawings.get(id);
      if (role.kind === 'student') {
        const refusal = refuseTakingBack(this.parts.state(), role.studentId, drawing);
        if (refusal) return refusal;
      }
      if (!drawing) return refuse('unknown-drawing');
      await this.parts.store.removeDrawings(this.parts.state().id, [id]);
      this.drop(drawing);
      this.tellChange({ removed: [id], studentIds: new Set(drawing.studentId ? [drawing.studentId] : []) });
      return { ok: true };
    });
  }

  nameLabels(wanted: readonly string[] | null): Promise<Answer> {
    return this.enqueue(async () => {
      const named = nameLabels(this.kind, wanted, this.drawings.size);
      if (!named.ok) return named;
      await this.parts.store.savePoolLabels(this.parts.state().id, named.labels);
      this.labels = named.labels;
      this.ordinals = [];
      this.tellChange({});
      return { ok: true };
    });
  }

  clear(): Promise<Answer> {
    return this.enqueue(async () => {
      await this.parts.store.removeDrawings(this.parts.state().id, null);
      for (const drawing of this.all()) this.drop(drawing);
      this.ordinals = [];
      this.tellChange({});
      this.watch.replaced();
      return { ok: true };
    });
  }

  /** The student has been deleted, and the drawings with them. */
  forgetStudent(studentId: string): void {
    const own = this.all().filter((drawing) => drawing.studentId === studentId);
    if (own.length === 0) return;
    for (const drawing of own) this.drop(drawing);
    this.tellChange({ removed: own.map(({ id }) => id) });
  }

  /** The pool as a file to keep; nobody can be told from it. */
  export(): PoolFile {
    return {
      format: POOL_FILE_FORMAT,
      version: 1,
      kind: this.kind ?? 'labels',
      labels: this.labels,
      drawings: this.all().map(({ label, pixels }) => ({ label, pixels: bytesToText(pixels) })),
    };
  }

  /** Adds what such a file holds; whatever is there already, empty or too many, is left out. */
  import(file: PoolFile): Promise<Answer<PoolImported>> {
    return this.enqueue(async () => {
      const { kind } = this;
      if (kind === null) return refuse('no-pool');
      const labels = file.labels === null ? null : tidyLabels(file.labels);
      if (file.labels !== null && labels === null) return refuse('pool-file-invalid');
      const other = file.kind !== kind || (kind === 'labels' && !sameLabels(labels, this.labels));
      if (file.kind !== kind || (other && this.drawings.size > 0)) return refuse('pool-file-other-kind');
      const known = labelCount(kind, labels);
      const pictures = file.drawings.map(({ label, pixels }) => ({ label, pixels: textToBytes(pixels) }));
      if (pictures.some(({ label, pixels }) => label >= known || pixels?.length !== POOL.pixels))
        return refuse('pool-file-invalid');

      const { id } = this.parts.state();
      if (other) {
        await this.parts.store.savePoolLabels(id, labels);
        this.labels = labels;
      }
      const prints = new Set(this.prints.keys());
      const ordinals = [...this.ordinals];
      const room = POOL.perClass - this.drawings.size;
      const added: PoolDrawing[] = [];
      for (const { label, pixels } of pictures) {
        const print = printOf(pixels!);
        if (added.length >= room || prints.has(print) || isEmptyDrawing(pixels!)) continue;
        prints.add(print);
        added.push(this.make({ id: newId(), studentId: null, label, pixels: pixels! }, ordinals));
      }
      if (added.length > 0) await this.parts.store.addDrawings(id, added);
      for (const drawing of added) this.put(drawing);
      this.tellChange({});
      this.watch.replaced();
      return { ok: true, added: added.length, left: pictures.length - added.length };
    });
  }

  /** The drawings by which a challenge is measured, or why there is none. */
  heldBack(): { ok: true; drawings: PoolDrawing[]; labelCount: number } | Refusal {
    const facts = this.tell();
    if (this.kind !== 'labels') return refuse('no-challenge');
    if (facts.collecting) return refuse('wrong-phase');
    if (!isChallengeable(facts)) return refuse('pool-too-small');
    return {
      ok: true,
      drawings: this.all().filter(({ heldBack }) => heldBack),
      labelCount: facts.counts.length,
    };
  }

  close(): void {
    this.watch.close();
  }

  private enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.queue.then(() => this.ready()).then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async load(): Promise<void> {
    const stored = await this.parts.store.readPool(this.parts.state().id);
    this.labels = stored.labels;
    for (const drawing of stored.drawings) this.put(drawing);
    this.facts = null;
  }

  /** Decides all that has been asked by now and saves it in one commit. */
  private async fileAll(): Promise<void> {
    const asked = this.filings.splice(0);
    if (asked.length === 0) return;
    const staged: PoolDrawing[] = [];
    const prints = new Set<string>();
    const ordinals = [...this.ordinals];
    const answers = asked.map(({ studentId, drawing }): Answer => {
      const pixels = textToBytes(drawing.pixels);
      if (pixels === null) return refuse('bad-request');
      const twin = this.drawings.get(drawing.id) ?? staged.find(({ id }) => id === drawing.id);
      if (twin) return twin.studentId === studentId ? { ok: true } : refuse('bad-request');
      const counts = {
        total: this.drawings.size + staged.length,
        ofStudent: (id: string) =>
          (this.perStudent.get(id) ?? 0) + staged.filter((one) => one.studentId === id).length,
      };
      const wanted = { label: drawing.label, pixels };
      const refusal = refuseDrawing(this.parts.state(), studentId, wanted, this.labels, counts);
      if (refusal) return refusal;
      const print = printOf(pixels);
      if (this.prints.has(print) || prints.has(print)) return refuse('drawing-repeated');
      prints.add(print);
      staged.push(this.make({ id: drawing.id, studentId, ...wanted }, ordinals));
      return { ok: true };
    });
    try {
      if (staged.length > 0) await this.parts.store.addDrawings(this.parts.state().id, staged);
    } catch (error) {
      for (const { fail } of asked) fail(error);
      return;
    }
    for (const drawing of staged) this.put(drawing);
    if (staged.length > 0) {
      const studentIds = new Set(staged.map(({ studentId }) => studentId ?? ''));
      this.tellChange({ added: staged.map(({ id }) => id), studentIds });
    }
    for (const [index, { answer }] of asked.entries()) answer(answers[index]!);
  }

  private make(
    given: Pick<PoolDrawing, 'id' | 'studentId' | 'label' | 'pixels'>,
    ordinals: number[],
  ): PoolDrawing {
    const ordinal = ordinals[given.label] ?? 0;
    ordinals[given.label] = ordinal + 1;
    const heldBack = isHeldBack(this.kind ?? 'labels', given.label, ordinal, (label, block, below) =>
      this.draw(label, block, below),
    );
    return { ...given, ordinal, heldBack, filedAt: this.parts.now() };
  }

  /** The same after every restart, and not to be foreseen without the server's secret. */
  private draw(label: number, block: number, below: number): number {
    const mac = createHmac('sha256', this.parts.secret);
    return (
      mac.update(`held back in ${this.parts.state().id}: ${label} ${block}`).digest().readUInt32BE(0) % below
    );
  }

  private put(drawing: PoolDrawing): void {
    const { id, studentId, label, ordinal } = drawing;
    this.drawings.set(id, drawing);
    this.prints.set(printOf(drawing.pixels), id);
    this.ordinals[label] = Math.max(this.ordinals[label] ?? 0, ordinal + 1);
    if (studentId !== null) this.perStudent.set(studentId, (this.perStudent.get(studentId) ?? 0) + 1);
  }

  private drop(drawing: PoolDrawing): void {
    this.drawings.delete(drawing.id);
    this.prints.delete(printOf(drawing.pixels));
    if (drawing.studentId === null) return;
    const left = (this.perStudent.get(drawing.studentId) ?? 1) - 1;
    if (left > 0) this.perStudent.set(drawing.studentId, left);
    else this.perStudent.delete(drawing.studentId);
  }

  private tellChange(news: Parameters<PoolWatch['changed']>[0]): void {
    this.changes += 1;
    this.facts = null;
    this.watch.changed(news);
  }

  private wall(role: Role, ids: readonly string[]): WallDrawing[] {
    return ids.flatMap((id) => {
      const drawing = this.drawings.get(id);
      return drawing ? [onWall(drawing, role)] : [];
    });
  }
}
