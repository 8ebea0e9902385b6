import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { eventPatterns } from '../src/lib/core/mapping/event-patterns';
import { connectorTemplate } from './connector/connector-template';
import { mappingInForce } from './feed/mapping-in-force';
import { SETTINGS_VARIABLE, type SettingsChange, settingsInForce } from './settings-in-force';
import { forgetOld, once } from './synthesis/once';
import { readAssembly } from './synthesis/read-assembly';
import { synthDigest } from './synthesis/synth-digest';
import { runSynth } from './synthesis/synth-process';
import type { Template, Templates } from './synthesis/template';

export type { Template, TemplateResource, Templates } from './synthesis/template';

const ROOT = resolve(import.meta.dirname, '..');

/** What was synthesised of other sources is kept for a day. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/**
 * The CloudFormation templates of the whole backend, made without credentials, network or bundling, as the settings in
 * Git want them but for those changed by `settings`. Unchanged sources are synthesised once, whoever asks: the result
 * is kept under `.local/synth`.
 *
 * @param outDir where to write each as `<stack>.template.json`, if anywhere
 * @throws SynthError when the backend cannot be synthesised
 */
export async function synthesise(
  outDir?: string,
  settings: SettingsChange = {},
): Promise<Templates> {
  const connector = connectorOf(settings) as unknown as Template;
  const templates = { ...(await readAssembly(await assembly(settings))), connector };
  if (outDir !== undefined) await write(outDir, templates);
  return templates;
}

/** The folder of the CDK's own output, with the report of cdk-nag as `validation-report.json`. */
export async function assembly(settings: SettingsChange = {}): Promise<string> {
  const digest = await synthDigest(ROOT, JSON.stringify(settings));
  const folder = join(ROOT, '.local/synth', digest);
  await once(folder, (draft) => runSynth(ROOT, join(draft, 'out'), join(draft, 'work'), settings));
  await forgetOld(dirname(folder), MAX_AGE_MS);
  return join(folder, 'out');
}

function connectorOf(settings: SettingsChange) {
  const { mapping } = settingsInForce({ [SETTINGS_VARIABLE]: JSON.stringify(settings) });
  return connectorTemplate(eventPatterns(mappingInForce(mapping)).patterns);
}

async function write(folder: string, templates: Templates): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [stack, template] of Object.entries(templates))
    await writeFile(
      join(folder, `${stack}.template.json`),
      `${JSON.stringify(template, null, 2)}\n`,
    );
}
