import { looksOf, readingsOf, wordsOf } from './spellings';

/** Titles of whoever leads the class. A nickname that has one among its words claims to be the teacher. */
const TITLES =
  'teacher teachers admin admins administrator administrators moderator moderators cohost instructor headteacher headmaster sensei ' +
  'lehrerin lehrkraft klassenlehrer klassenlehrerin professeur professeure enseignant enseignante ' +
  'profesor profesora professor professora professore professoressa insegnante docente administrador administradora moderador ' +
  'administrateur modérateur modératrice amministratore moderatore moderatorin administratorin ' +
  'öğretmen ogretmen yönetici nauczyciel nauczycielka leraar lerares lærer lärare opettaja ' +
  'учитель учительница учителька вчитель вчителька преподаватель админ администратор модератор ' +
  'δάσκαλος δασκάλα καθηγητής معلمة المعلم المعلمة الأستاذ המורה מורה अध्यापक शिक्षक अध्यापिका शिक्षिका ครู pengajar perceptroom';

/** Such titles that are people's names as well (Tom Lehrer, Paul Host): only where nothing else stands beside them. */
const TITLES_ALONE =
  'host thehost lehrer derlehrer prof theprof mod themod staff owner system server support operator organizer organiser principal tutor ' +
  'maestro maestra maître maîtresse hoca hocam meester giáoviên thầygiáo côgiáo معلم مدرس أستاذ root';

/** In scripts that put no blanks between words: wherever they stand. */
const TITLES_WITHIN =
  /先生|せんせ|センセ|教師|教員|教諭|担任|講師|教授|校長|教頭|管理者|管理人|管理员|管理員|运营|運営者|司会者|老师|老師|教师|导师|班主任|主持人|ティーチャー|アドミン|モデレーター|ホスト役|선생|교사|교수님|관리자|담임|คุณครู|อาจารย์|사회자|운영자/u;

const WITHIN_ANY = looks(TITLES);
const ALONE = looks(TITLES_ALONE);

function looks(words: string): Set<string> {
  return new Set(words.split(' ').flatMap(looksOf));
}

/**
 * Whether a nickname says that it is the teacher, also in disguise (Teаcher with a Cyrillic letter, T e a c h e r,
 * T3acher, Teacher 1). Nobody is called 先生: a name that ends so is refused, too.
 */
export function isReservedNickname(nickname: string): boolean {
  const text = nickname.normalize('NFC');
  if (TITLES_WITHIN.test(text.replace(/[\s\p{P}\p{S}]/gu, ''))) return true;
  const whole = text.replace(/[^\p{L}\p{M}\p{N}@!$]/gu, '');
  const some = (words: readonly string[], list: ReadonlySet<string>) =>
    words.some((word) => [...readingsOf(word)].some((reading) => list.has(reading)));
  const words = [...wordsOf(text), whole, text.replace(/[^\p{L}\p{M}]/gu, '')];
  return some(words, WITHIN_ANY) || some([whole], ALONE);
}
