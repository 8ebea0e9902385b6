import { envelopeOf } from './envelope';
import type { TextShape } from './shape';

const MAX_LINE_CHARS = 8_192;
/** Date, time, edge location, bytes, client, method, host, path, status: a standard log of CloudFront, its fields set apart by tabs. */
const STANDARD_LOG =
  /^(\d{4}-\d{2}-\d{2})\t(\d{2}:\d{2}:\d{2})\t([A-Z]{3}[\w-]*)\t(?:\d+|-)\t([^\t]+)\t([A-Z]+)\t([^\t]+)\t([^\t]+)\t(\d{3})\t/;
/** Owner, bucket, time, client, requester, request, operation, key, request line, status, error code: S3's server access log. */
const BUCKET_LOG =
  /^[0-9a-f]{16,64} (\S+) \[([^\]]{1,40})\] (\S+) (\S+) (\S+) ([A-Z]+\.[A-Z._]+) (\S+) "[^"]*" (\d{3}|-) (\S+)/;

/** A line of a standard log of CloudFront (CloudFront developer guide, standard logs). */
export const cloudFrontLogLine: TextShape = (text) => {
  const line = STANDARD_LOG.exec(text.slice(0, MAX_LINE_CHARS));
  if (line === null) return null;
  const [, date = '', clock = '', location = '', client = '', httpMethod = '', host = ''] = line;
  return {
    envelope: envelopeOf({
      source: 'aws.cloudfront',
      detailType: 'CloudFront Access Log',
      time: `${date}T${clock}Z`,
      detail: {
        location,
        client,
        httpMethod,
        domainName: host,
        path: line[7] ?? '',
        'sc-status': line[8] ?? '',
        message: text,
      },
    }),
  };
};

/** A line of S3's server access log (S3 user guide, server access log format). */
export const bucketLogLine: TextShape = (text) => {
  const line = BUCKET_LOG.exec(text.slice(0, MAX_LINE_CHARS));
  if (line === null) return null;
  const [, bucket = '', time = '', client = '', requester = '', requestId = '', operation = ''] =
    line;
  return {
    envelope: envelopeOf({
      source: 'aws.s3',
      detailType: 'S3 Access Log',
      id: requestId,
      time,
      arn: `arn:aws:s3:::${bucket}`,
      detail: {
        bucket: { name: bucket },
        client,
        requester,
        operation,
        object: line[7] ?? '',
        'http-status': line[8] ?? '',
        ...(line[9] === '-' ? {} : { errorCode: line[9] ?? '' }),
        message: text,
      },
    }),
  };
};
