import { Responder } from '@/base/line/responder';
import { soon } from '@/base/soon';
import { pagePort } from '@/engine/line/page-port';
import { CourseSession } from './course-session';
import type { CourseEvent, CourseRequests } from './messages';

/** The worker that calculates courses: gives the session a clock and a way to the page. */
const line = new Responder<CourseRequests, CourseEvent, string>(pagePort(), { refusalOf: String });
line.serve(new CourseSession({ tell: line.tell, now: () => performance.now(), soon }).answers);
