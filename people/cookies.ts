/** The cookies that an answer sets, as the `Cookie` header of the next request. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** A `Cookie` header as a real browser is given it (Playwright's `addCookies`); none of ''. */
export function browserCookies(cookie: string, url: string): { name: string; value: string; url: string }[] {
  return cookie.split('; ').flatMap((pair) => {
    const [name, value] = pair.split(/=(.*)/s);
    return name && value ? [{ name, value, url }] : [];
  });
}
