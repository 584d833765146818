import { keepScores } from './score-keeper';
import { SimulatedNode } from './simulated-node';
import { type Browser, StudentPage } from './student-page';
import type { TeacherPage } from './teacher-page';
import type { World } from './world';

/** What a stop may take. */
const PATIENCE_MS = 6_000;

/** Servers and pages of a class as they come and go. */
export class Troubles {
  nodes: SimulatedNode[] = [];
  /** Of each browser its pages, the newest last. */
  readonly pages = new Map<Browser, StudentPage[]>();
  private lives = 0;

  constructor(
    private readonly world: World,
    private readonly teacher: TeacherPage,
  ) {}

  startNode(): void {
    this.lives += 1;
    const node = new SimulatedNode(this.world, `node-${this.lives}`);
    this.nodes.push(node);
    node.start();
    keepScores(this.world, node);
  }

  openPage(browser: Browser): StudentPage {
    const pages = this.pages.get(browser) ?? [];
    const page = new StudentPage(this.world, browser, `${browser.name}.${pages.length + 1}`);
    this.pages.set(browser, [...pages, page]);
    page.open();
    return page;
  }

  /** Something goes wrong. */
  strike(): void {
    const { network, random, record, time } = this.world;
    const node = this.nodes.length > 0 ? random.pick(this.nodes) : null;
    const browser = random.pick([...this.pages.keys()]);
    const pages = this.pages.get(browser)!.filter(({ process }) => process.alive);
    const page = pages.at(-1);
    const what = random.below(12);
    if (what <= 5 && node === null) return;
    if (what <= 1) this.killNode(node!);
    else if (what === 2 && network.listening.has(node!)) this.restart(node!);
    else if (what === 3) node!.link.heldUntil = time.now + random.between(200, 12_000);
    else if (what === 4) node!.link.refusesUntil = time.now + random.between(200, 5_000);
    else if (what === 5) this.standStill(node!, random.between(1_000, 12_000));
    else if (what <= 7) {
      record.counts.cuts += 1;
      (random.chance(0.15) ? this.teacher.wire : page?.wire)?.cut(random.between(50, 15_000));
    } else if (what === 8) page?.wire.line?.breakNow();
    else if (what === 9) {
      if (page?.wire.line) page.wire.line.stalledUntil = time.now + random.between(500, 9_000);
      page?.lookAt();
    } else {
      // A reload, or another tab beside the one that is open.
      record.counts.reloads += 1;
      if (what === 10) for (const old of pages) old.die();
      this.openPage(browser);
    }
  }

  /** Everything is in order again: who stands still goes on in a moment. */
  calm(): void {
    const { time } = this.world;
    for (const node of this.nodes) {
      node.link.heldUntil = Math.min(node.link.heldUntil, time.now);
      node.link.refusesUntil = 0;
    }
    for (const wire of [this.teacher.wire, ...[...this.pages.values()].flat().map(({ wire: own }) => own)]) {
      wire.offlineUntil = 0;
      if (wire.line) wire.line.stalledUntil = 0;
    }
  }

  /** A page that has just been loaded in each browser, in place of all others. */
  reloadAll(): StudentPage[] {
    return [...this.pages].map(([browser, pages]) => {
      for (const page of pages) if (page.process.alive) page.die();
      return this.openPage(browser);
    });
  }

  private standStill({ process }: SimulatedNode, milliseconds: number): void {
    process.standsUntil = Math.max(process.standsUntil, this.world.time.now + milliseconds);
  }

  private killNode(node: SimulatedNode): void {
    this.world.record.counts.kills += 1;
    node.kill();
    this.replaceNode(node);
  }

  /** As the supervisor does it: the next begins when this one has ended, or has had its time. */
  private restart(node: SimulatedNode): void {
    this.nodes = this.nodes.filter((other) => other !== node);
    let next = () => {
      next = () => undefined;
      if (node.process.alive) node.kill();
      this.startNode();
    };
    node.stop(() => next());
    this.world.time.after(PATIENCE_MS, this.world.databaseProcess, () => next());
  }

  private replaceNode(node: SimulatedNode): void {
    this.nodes = this.nodes.filter((other) => other !== node);
    this.startNode();
  }
}
