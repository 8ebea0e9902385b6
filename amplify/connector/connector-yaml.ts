import { Document, visit } from 'yaml';
import { eventPatterns } from '../../src/lib/core/mapping/event-patterns';
import { mappingInForce } from '../feed/mapping-in-force';
import { connectorTemplate } from './connector-template';

/** CloudFormation takes no more from a file on disk (quotas, "Template body size in a request"). */
export const MAX_TEMPLATE_BYTES = 51_200;

const MAX_FLOW_CHARS = 60;

const HEAD = '# Made from the mapping and amplify/connector; a test says so when it is not.\n';

/** The connector's template as it is served; in YAML 1.1, so that `yes` and `no` stay words. */
export function connectorYaml(mapping: string): string {
  const { patterns } = eventPatterns(mappingInForce(mapping));
  const template = connectorTemplate(patterns);
  const document = new Document(template, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, { Seq: (_key, list) => void (list.flow = isShort(list.toJSON())) });
  const written = document.toString({ lineWidth: 0, singleQuote: true });
  return HEAD + written.replaceAll('[ ', '[').replaceAll(' ]', ']');
}

/** A list that fits into its line, as a pattern's tests do. */
function isShort(list: unknown): boolean {
  return JSON.stringify(list).length <= MAX_FLOW_CHARS;
}
