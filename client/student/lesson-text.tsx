import { Fragment } from 'react';

/** A paragraph of a lesson: `**term**` stands out. Nothing else is markup. */
export function LessonText({ text }: { text: string }) {
  return (
    <>
      {text.split('**').map((piece, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the sentence is the identity.
          <strong key={index} className="font-bold text-accent">
            {piece}
          </strong>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the sentence is the identity.
          <Fragment key={index}>{piece}</Fragment>
        ),
      )}
    </>
  );
}
