import { askPreflight, preflightRefusal } from './preflight';
import { serviceRequests } from './service-requests';
import type { SmokeRun } from './smoke-run';

const REQUEST_MS = 20_000;
const TITLE = 'AWS Musical Event';

/** Headers that `customHttp.yml` sets, and what each must hold. */
const HEADERS: readonly (readonly [name: string, holds: RegExp])[] = [
  ['strict-transport-security', /max-age=\d{8}/],
  ['x-content-type-options', /nosniff/],
  ['content-security-policy', /frame-ancestors 'none'/],
  ['referrer-policy', /no-referrer|strict-origin/],
];

function limited({ stop }: SmokeRun): AbortSignal {
  return AbortSignal.any([stop, AbortSignal.timeout(REQUEST_MS)]);
}

async function page(run: SmokeRun, path: string): Promise<Response> {
  const url = new URL(path, run.options.url);
  const answer = await fetch(url, { signal: limited(run) });
  if (!answer.ok) throw new Error(`${url.href} answers ${answer.status}.`);
  const text = await answer.clone().text();
  if (!text.includes(TITLE)) throw new Error(`${url.href} is another page.`);
  return answer;
}

function needHeaders(answer: Response): void {
  const wrong = HEADERS.filter(([name, holds]) => !holds.test(answer.headers.get(name) ?? ''));
  if (wrong.length > 0)
    throw new Error(`Wrong or absent: ${wrong.map(([name]) => name).join(', ')}.`);
}

async function connector(run: SmokeRun): Promise<string> {
  const url = new URL('connector.yaml', run.options.url);
  const answer = await fetch(url, { signal: limited(run) });
  const text = await answer.text();
  if (!answer.ok || !text.includes('AWSTemplateFormatVersion'))
    throw new Error(`${url.href} answers ${answer.status}, and is no template.`);
  return `${text.length} characters`;
}

/** The site, its headers, and whether a browser lets its pages reach the services. */
export async function siteChecks(run: SmokeRun): Promise<void> {
  const { report, options } = run;
  const start = await report.check('the site answers', async () => {
    const answer = await page(run, '');
    return { value: answer, detail: options.url.href };
  });
  await report.check('a page that is no file answers too', async () => {
    await page(run, 's');
    return { value: null, detail: 'the rewrite to 200.html works' };
  });
  await report.check('the connector is served', async () => ({
    value: null,
    detail: await connector(run),
  }));
  if (options.url.protocol !== 'https:')
    report.skip('security headers', 'a site on this machine has none');
  else if (start)
    await report.check('security headers', async () => {
      needHeaders(start);
      return { value: null, detail: HEADERS.map(([name]) => name).join(', ') };
    });
  await preflights(run);
}

async function preflights(run: SmokeRun): Promise<void> {
  for (const { service, url, headers } of serviceRequests(run.deployment))
    await run.report.check(`${service} lets the site's pages in`, async () => {
      const asked = { url, origin: run.options.url.origin, headers };
      const refusal = preflightRefusal(asked, await askPreflight(asked, limited(run)));
      if (refusal !== null) throw new Error(`A browser would stop: ${refusal}.`);
      return { value: null, detail: new URL(url).host };
    });
}
