import {
  beginStroke,
  clearDrawing,
  type Drawing,
  EMPTY_DRAWING,
  extendStroke,
  layPicture,
  undoStroke,
  withoutHand,
} from '@/client/benches/drawing/drawing';
import { paintDrawing } from '@/client/benches/drawing/paint-drawing';
import { pressOf } from '@/client/benches/drawing/press';
import { follow, isEraserEnd } from '@/client/pointers/follow';

/** Steps across the paper for the arrow keys. */
const GRID = 14;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** A paper of a page without React, drawn on like that of the benches: mouse, finger, pen or arrow keys. */
export class OfflinePaper {
  private drawing = EMPTY_DRAWING;
  /** Where the keyboard's pen is, and whether it is down. */
  private pen = { column: 6, row: 2, down: false };

  /**
   * @param canvas as many pixels wide as high
   * @param colour of the ink, looked up anew at each painting: the theme may change
   * @param cursor shows where the keyboard's pen is
   * @param onChange after each change, and once when a stroke ends (`settled`)
   */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly cursor: HTMLElement,
    private readonly colour: () => readonly [number, number, number],
    private readonly onChange: (drawing: Drawing, settled: boolean) => void,
  ) {
    canvas.addEventListener('pointerdown', (event) => this.take(event));
    canvas.addEventListener('keydown', (event) => this.press(event));
    canvas.addEventListener('blur', () => {
      this.pen.down = false;
      cursor.hidden = true;
    });
  }

  undo(): void {
    this.become(undoStroke(this.drawing), true);
  }

  clear(): void {
    this.become(clearDrawing(this.drawing), true);
  }

  /** Lays a picture on the paper in place of what is there; drawn on, undone and cleared like all else. @param base 28×28 bytes, 0 paper to 255 ink */
  lay(base: Uint8Array): void {
    this.become(layPicture(this.drawing, base), true);
  }

  paint(): void {
    const context = this.canvas.getContext('2d');
    if (context) paintDrawing(context, this.drawing, this.canvas.width, this.colour());
  }

  private become(drawing: Drawing, settled: boolean): void {
    this.drawing = drawing;
    this.paint();
    this.onChange(drawing, settled);
  }

  private take(event: PointerEvent): void {
    const hand = Symbol('hand');
    const followed = follow(event, this.canvas, {
      onMove: (moves) => {
        const longer = moves.reduce((drawing, move) => {
          const { x, y } = this.placeOf(move);
          return extendStroke(drawing, x, y, hand, pressOf(move));
        }, this.drawing);
        this.become(longer, false);
      },
      onEnd: () => this.onChange(this.drawing, true),
      onCancel: () => this.become(withoutHand(this.drawing, hand), true),
    });
    if (!followed) return;
    this.cursor.hidden = true;
    const { x, y } = this.placeOf(event);
    this.become(beginStroke(this.drawing, x, y, isEraserEnd(event), hand, pressOf(event)), false);
  }

  /** In shares of the paper. */
  private placeOf({ clientX, clientY }: PointerEvent): { x: number; y: number } {
    const box = this.canvas.getBoundingClientRect();
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  }

  private press(event: KeyboardEvent): void {
    const { pen } = this;
    const arrow = ARROWS[event.key];
    if (arrow) {
      pen.column = Math.min(GRID - 1, Math.max(0, pen.column + arrow[0]));
      pen.row = Math.min(GRID - 1, Math.max(0, pen.row + arrow[1]));
      if (pen.down) this.become(extendStroke(this.drawing, ...this.penPlace()), true);
    } else if (event.key === ' ') {
      pen.down = !pen.down;
      if (pen.down) this.become(beginStroke(this.drawing, ...this.penPlace(), false), true);
    } else if (event.key === 'Delete' || event.key === 'Backspace') this.clear();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') this.undo();
    else return;
    event.preventDefault();
    const [x, y] = this.penPlace();
    this.cursor.hidden = false;
    this.cursor.dataset.down = String(pen.down);
    this.cursor.style.left = `${100 * x}%`;
    this.cursor.style.top = `${100 * y}%`;
  }

  private penPlace(): [number, number] {
    return [(this.pen.column + 0.5) / GRID, (this.pen.row + 0.5) / GRID];
  }
}
