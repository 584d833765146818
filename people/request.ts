/** A request as a page of this server makes it. */
export async function request<Reply>(
  url: string,
  method: string,
  route: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: BodyInit } = {},
): Promise<{ status: number; answer: Reply }> {
  const response = await fetch(`${url}${route}`, {
    method,
    headers: { origin: url, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, answer: (await response.json()) as Reply };
}
