import { test } from 'vitest';

type Chapter = () => Promise<void>;

/**
 * Tests that tell one story, such as a class from its beginning to the review: each is a chapter, and goes through those before it
 * that have not been told yet. So any of them can run alone and in any order, and a whole run tells the story once.
 */
export function story(): (title: string, chapter: Chapter) => void {
  const chapters: { title: string; chapter: Chapter }[] = [];
  let told = 0;
  let broken: { title: string; error: unknown } | null = null;

  async function tellTo(last: number): Promise<void> {
    while (told <= last) {
      if (broken) throw new Error(`The story broke off at “${broken.title}”.`, { cause: broken.error });
      const { title, chapter } = chapters[told]!;
      try {
        await chapter();
      } catch (error) {
        broken = { title, error };
        throw error;
      }
      told += 1;
    }
  }

  return (title, chapter) => {
    const index = chapters.push({ title, chapter }) - 1;
    test(title, () => tellTo(index));
  };
}
