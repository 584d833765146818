/** The students on the links, in a place of their own (own-network.ts); whoever starts it says when they begin and when they are to end. */
import { serverOnLink } from './addresses';
import { PageStudent } from './page-student';

export type StudentsWord =
  | { type: 'join'; port: number; code: string; links: number; forgetful: number }
  | { type: 'begin' }
  | { type: 'finish' };

let students: PageStudent[] = [];

process.on('message', (word: StudentsWord) => {
  void obey(word).then(
    (answer) => process.send!(answer),
    (error: Error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(1));

async function obey(word: StudentsWord): Promise<object> {
  if (word.type === 'join')
    students = await Promise.all(
      Array.from({ length: word.links }, (_, index) =>
        PageStudent.join(
          `http://${serverOnLink(index + 1)}:${word.port}`,
          word.code,
          `Link ${index + 1}`,
          index >= word.links - word.forgetful,
        ),
      ),
    );
  else if (word.type === 'begin') await Promise.all(students.map((student) => student.begin()));
  else return { recorded: await Promise.all(students.map((student) => student.finish())) };
  return {};
}
