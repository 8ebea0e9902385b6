import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One finding, at one construct. */
export interface NagFinding {
  readonly rule: string;
  /** The construct's path without the root stack. */
  readonly where: string;
}

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

/** What the AwsSolutions rules found, from the report that the CDK leaves in its output. */
export async function nagFindings(folder: string): Promise<NagFinding[]> {
  const text = await readFile(join(folder, 'validation-report.json'), 'utf8');
  const { pluginReports } = JSON.parse(text) as Report;
  const rules = pluginReports.filter(({ pluginName }) => pluginName === 'AwsSolutions');
  if (rules.length === 0) throw new Error('cdk-nag has not run');
  return rules
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => ({
        rule: ruleName,
        where: constructPath.slice(constructPath.indexOf('/')),
      })),
    );
}
