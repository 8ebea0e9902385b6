/** What a browser asks before it lets a page send a request to another origin. */
export interface Preflight {
  readonly url: string;
  readonly origin: string;
  readonly headers: readonly string[];
}

/** The names in a header that lists some, in lower case. */
function listed(headers: Headers, name: string): readonly string[] {
  return (headers.get(name) ?? '').split(',').map((part) => part.trim().toLowerCase());
}

/** The Fetch standard: `*` allows every header but Authorization, which must be named. */
function allows(allowed: readonly string[], header: string): boolean {
  return allowed.includes(header) || (allowed.includes('*') && header !== 'authorization');
}

/**
 * Why a browser would refuse to send the request after this answer to its preflight; null where it would send it
 * (Fetch standard, "CORS-preflight fetch").
 */
export function preflightRefusal(asked: Preflight, answer: Response): string | null {
  const origin = answer.headers.get('access-control-allow-origin');
  const headers = listed(answer.headers, 'access-control-allow-headers');
  const missing = asked.headers.filter((header) => !allows(headers, header));
  if (!answer.ok) return `it answers ${answer.status}`;
  if (origin !== '*' && origin !== asked.origin) return `it allows the origin ${origin ?? 'none'}`;
  return missing.length > 0 ? `it does not allow ${missing.join(', ')}` : null;
}

/** Asks as a browser would. */
export function askPreflight(asked: Preflight, signal: AbortSignal): Promise<Response> {
  return fetch(asked.url, {
    method: 'OPTIONS',
    headers: {
      origin: asked.origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': asked.headers.join(','),
    },
    signal,
  });
}
