import { createHmac } from 'node:crypto';
import { GroupCommit } from '@/base/group-commit';
import { SerialQueue } from '@/base/serial-queue';
import { datasetOf } from '@/classroom/dataset';
import {
  isChallengeable,
  isEmptyDrawing,
  isHeldBack,
  isJudging,
  nameLabels,
  type PoolDrawing,
  poolFacts,
  poolKindOf,
  refuseDrawing,
  refuseTakingBack,
} from '@/classroom/pool';
import type { ClassState } from '@/classroom/state';
import { textToBytes } from '@/protocol/bytes-text';
import type { OwnDrawing, PoolAdd, PoolFacts, PoolKind, WallDrawing } from '@/protocol/pool';
import type { PoolFile, PoolImported } from '@/protocol/pool-file';
import { POOL } from '@/protocol/pool-rules';
import { type Answer, type Refusal, refuse } from '@/protocol/refusals';
import type { Store } from '@/server/store/store';
import { newId } from './credentials';
import { onWall } from './pool-drawings';
import { readPoolFile, writePoolFile } from './pool-file';
import { PoolDraft, PoolShelf, type RawDrawing } from './pool-shelf';
import { PoolWatch } from './pool-watch';
import type { Role, Viewer } from './viewer';

export interface ClassPoolParts {
  store: Store;
  now: () => number;
  state: () => ClassState;
  /** Whether a viewer is still in the class. */
  isHere: (viewer: Viewer) => boolean;
  /** Is told how many drawings there are, whenever that may be another number. */
  counted(count: number): void;
  /** The server's own: which drawings are held back is drawn from it. */
  secret: string;
}

interface Filing {
  studentId: string;
  drawing: PoolAdd;
}

/**
 * The pool of one live class: a copy of what is stored, read when first asked for. Changes come one after another; drawings that
 * arrive together share a commit, and nobody is answered before it. A write that fails may have been done or not: the copy
 * is then read again before anything else is decided.
 */
export class ClassPool {
  private readonly shelf = new PoolShelf();
  private readonly watch: PoolWatch;
  private readonly epoch = newId().slice(0, 8);
  private changes = 0;
  private facts: PoolFacts | null = null;
  private loading: Promise<void> | null = null;
  private isRead = false;
  private readonly turns = new SerialQueue();
  private readonly filings = new GroupCommit((asked: Filing[]) => this.fileAll(asked), { turns: this.turns });

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

  /** Reads the pool from the store, unless what was read holds; a failed attempt may be repeated. */
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
    this.facts ??= poolFacts(state, kind, this.shelf.labels, this.shelf.all(), this.version);
    return this.facts;
  }

  ownOf(studentId: string): OwnDrawing[] {
    return this.shelf.ownOf(studentId);
  }

  /** Whether a student has drawn, or may have: what is not read yet is not known. */
  mayHaveDrawn(studentId: string): boolean {
    return this.kind !== null && (!this.isRead || this.ownOf(studentId).length > 0);
  }

  /** In order of arrival. */
  all(): PoolDrawing[] {
    return this.shelf.all();
  }

  /** From now on this viewer hears of changes. */
  opened(viewer: Viewer): void {
    // It may have gone while the pool was read.
    if (this.parts.isHere(viewer)) this.watch.add(viewer);
  }

  forgetViewer(viewer: Viewer): void {
    this.watch.remove(viewer);
  }

  /** Other steps are open: whether drawings are taken may have changed. */
  stepChanged(): void {
    this.facts = null;
    this.watch.changed({});
  }

  /** Files a student's drawing. The same id twice is the same drawing. */
  file(studentId: string, drawing: PoolAdd): Promise<Answer> {
    return this.filings.add({ studentId, drawing });
  }

  /** Takes a drawing out: a student an own one, a teacher any. */
  take(role: Role, id: string): Promise<Answer> {
    return this.enqueue(async () => {
      const drawing = this.shelf.get(id);
      if (role.kind === 'student') {
        const refusal = refuseTakingBack(this.parts.state(), role.studentId, drawing);
        if (refusal) return refusal;
      }
      if (!drawing) return refuse('unknown-drawing');
      await this.write((store, classId) => store.removeDrawings(classId, [id]));
      this.shelf.drop(drawing);
      this.tellChange({ removed: [id], studentIds: new Set(drawing.studentId ? [drawing.studentId] : []) });
      return { ok: true };
    });
  }

  nameLabels(wanted: readonly string[] | null): Promise<Answer> {
    return this.enqueue(async () => {
      const named = nameLabels(this.kind, wanted, this.shelf.size);
      if (!named.ok) return named;
      await this.write((store, classId) => store.savePoolLabels(classId, named.labels));
      this.shelf.replace({ labels: named.labels, drawings: [] });
      this.tellChange({});
      return { ok: true };
    });
  }

  clear(): Promise<Answer> {
    return this.enqueue(async () => {
      await this.write((store, classId) => store.removeDrawings(classId, null));
      this.shelf.clear();
      this.tellAll();
      return { ok: true };
    });
  }

  /** The student has been deleted, and the drawings with them. */
  forgetStudent(studentId: string): void {
    if (this.loading === null) return;
    // In its turn: a reading that is under way may have seen them still.
    this.enqueue(async () => {
      const own = this.shelf.ofStudent(studentId);
      if (own.length === 0) return;
      for (const drawing of own) this.shelf.drop(drawing);
      this.tellChange({ removed: own.map(({ id }) => id) });
    }).catch(() => undefined);
  }

  /** The pool as a file to keep. */
  export(): PoolFile {
    return writePoolFile(
      { kind: this.kind ?? 'labels', dataset: datasetOf(this.parts.state()) },
      this.shelf.labels,
      this.all(),
    );
  }

  /** Adds what such a file holds; whatever is there already, empty or too many, is left out. */
  import(file: PoolFile): Promise<Answer<PoolImported>> {
    return this.enqueue(async () => {
      const { kind, shelf } = this;
      if (kind === null) return refuse('no-pool');
      const read = readPoolFile(file, {
        kind,
        labels: shelf.labels,
        dataset: datasetOf(this.parts.state()),
        size: shelf.size,
      });
      if (!read.ok) return read;
      const { newLabels, pictures } = read;
      if (newLabels !== undefined) {
        await this.write((store, classId) => store.savePoolLabels(classId, newLabels));
        shelf.replace({ labels: newLabels, drawings: [] });
      }
      const draft = this.draft();
      for (const picture of pictures) {
        if (draft.size >= POOL.perClass) break;
        if (!isEmptyDrawing(picture.pixels)) draft.add({ id: newId(), studentId: null, ...picture });
      }
      await this.addAll(draft);
      this.tellAll();
      const added = draft.drawings.length;
      return { ok: true, added, left: pictures.length - added };
    });
  }

  /** The drawings by which a challenge is measured, or why there is none. */
  heldBack(): { ok: true; drawings: PoolDrawing[]; labelCount: number } | Refusal {
    const facts = this.tell();
    if (this.kind !== 'labels') return refuse('no-challenge');
    if (!isJudging(this.parts.state())) return refuse('wrong-phase');
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
    return this.turns.run(async () => {
      await this.ready();
      return work();
    });
  }

  private async load(): Promise<void> {
    this.shelf.replace(await this.parts.store.readPool(this.parts.state().id));
    this.isRead = true;
    this.tellAll();
  }

  /** Writes to the store. */
  private async write(change: (store: Store, classId: string) => Promise<void>): Promise<void> {
    try {
      await change(this.parts.store, this.parts.state().id);
    } catch (error) {
      this.loading = null;
      this.isRead = false;
      throw error;
    }
  }

  private async addAll({ drawings }: PoolDraft): Promise<void> {
    if (drawings.length === 0) return;
    await this.write((store, classId) => store.addDrawings(classId, drawings));
    for (const drawing of drawings) this.shelf.put(drawing);
  }

  /** Decides all that has been asked by now and saves it in one commit. */
  private async fileAll(asked: readonly Filing[]): Promise<Answer[]> {
    await this.ready();
    const draft = this.draft();
    const answers = asked.map((filing) => this.decide(filing, draft));
    await this.addAll(draft);
    if (draft.drawings.length > 0) {
      const studentIds = new Set(draft.drawings.map(({ studentId }) => studentId ?? ''));
      this.tellChange({ added: draft.drawings.map(({ id }) => id), studentIds });
    }
    return answers;
  }

  private decide({ studentId, drawing }: Filing, draft: PoolDraft): Answer {
    const pixels = textToBytes(drawing.pixels);
    if (pixels === null) return refuse('bad-request');
    const twin = draft.find(drawing.id);
    if (twin) return twin.studentId === studentId ? { ok: true } : refuse('bad-request');
    const counts = { total: draft.size, ofStudent: (id: string) => draft.countOf(id) };
    const wanted = { label: drawing.label, pixels };
    const refusal = refuseDrawing(this.parts.state(), studentId, wanted, this.shelf.labels, counts);
    if (refusal) return refusal;
    return draft.add({ id: drawing.id, studentId, ...wanted }) ? { ok: true } : refuse('drawing-repeated');
  }

  private draft(): PoolDraft {
    return new PoolDraft(this.shelf, (raw, ordinal) => this.make(raw, ordinal));
  }

  private make(raw: RawDrawing, ordinal: number): PoolDrawing {
    const heldBack = isHeldBack(this.kind ?? 'labels', raw.label, ordinal, (label, block, below) =>
      this.draw(label, block, below),
    );
    return { ...raw, ordinal, heldBack, filedAt: this.parts.now() };
  }

  /** The same after every restart, and not to be foreseen without the server's secret. */
  private draw(label: number, block: number, below: number): number {
    const mac = createHmac('sha256', this.parts.secret);
    return (
      mac.update(`held back in ${this.parts.state().id}: ${label} ${block}`).digest().readUInt32BE(0) % below
    );
  }

  private tellChange(news: Parameters<PoolWatch['changed']>[0]): void {
    this.changes += 1;
    this.facts = null;
    this.watch.changed(news);
    this.parts.counted(this.shelf.size);
  }

  /** Everything may be other than it was. */
  private tellAll(): void {
    this.tellChange({});
    this.watch.replaced();
  }

  private wall(role: Role, ids: readonly string[]): WallDrawing[] {
    return ids.flatMap((id) => {
      const drawing = this.shelf.get(id);
      return drawing ? [onWall(drawing, role)] : [];
    });
  }
}
