'use client';

import { useElementSize } from '@/client/charts/use-element-size';
import { LeakFigure } from '@/client/leak/leak-figure';
import { pictureSide } from './picture-side';

interface WallPicture {
  /** In base64; null: nothing was read. */
  pixels: string | null;
  caption: string;
  testId?: string;
}

/** CSS pixels between pictures, as a share of the wall's width. */
const GAP = 0.02;

/** Pictures beside each other on the wall, as large as the room lets them be: the fewer, the larger. */
export function WallPictures({ pictures }: { pictures: readonly WallPicture[] }) {
  const [box, room] = useElementSize<HTMLDivElement>();
  const gap = Math.round(GAP * room.width);
  const size = pictureSide(pictures.length, room, gap);
  return (
    <div ref={box} className="min-h-0 flex-1">
      {room.width > 0 && (
        <ul className="flex flex-wrap items-start text-screen-sm" style={{ gap }}>
          {pictures.map(({ pixels, caption, testId }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a picture is its place.
            <li key={index}>
              <LeakFigure {...{ pixels, caption, size }} {...(testId !== undefined && { testId })} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
