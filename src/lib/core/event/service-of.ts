const PIPE_EVENT = /^Event from aws:([a-z0-9-]+)/;

/** One service under several names. */
const ALIASES = new Map([
  ['monitoring', 'cloudwatch'],
  ['execute-api', 'apigateway'],
  ['stepfunctions', 'states'],
  ['es', 'opensearch'],
  ['elasticsearch', 'opensearch'],
  ['amazonmq', 'mq'],
  ['tts', 'polly'],
  ['inspector2', 'inspector'],
  ['macie2', 'macie'],
  ['sso', 'identitystore'],
  ['email', 'ses'],
]);

/**
 * The short name of the service that speaks: `lambda` for `aws.lambda`, the partner's name for a partner source,
 * a custom source in lower case as it is. A pipe speaks for the service whose events it carries.
 */
export function serviceOf(source: string, detailType = ''): string {
  const piped = source.startsWith('Pipe ') ? PIPE_EVENT.exec(detailType)?.[1] : undefined;
  const name = piped ?? source.trim().toLowerCase();
  if (name.startsWith('aws.partner/')) return name.split('/')[1] ?? name;
  const short = name.startsWith('aws.') ? name.slice('aws.'.length) : name;
  return ALIASES.get(short) ?? short;
}
