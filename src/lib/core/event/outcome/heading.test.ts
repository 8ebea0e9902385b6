import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../aws-event';
import { bridgeEvent } from '../fixtures/bodies';
import { outcomeOf } from './outcome';

describe('the words of a heading', () => {
  it.each<[string, JsonObject, string, string | null]>([
    ['Failed Login Review', { status: 'SUCCEEDED' }, 'success', 'detail.status'],
    ['Failed Payment Followed Up', { state: 'Resolved' }, 'success', 'detail.state'],
    ['Copy Failed', { status: 'COMPLETED' }, 'error', 'detail-type'],
    ['Copy Failed', { copyStatus: 'SUCCEEDED' }, 'error', 'detail-type'],
    ['Copy Failed', { status: 'PARTIAL' }, 'error', 'detail-type'],
    ['Copy Failed', {}, 'error', 'detail-type'],
    ['Failure Mode Review Started', {}, 'neutral', null],
    ['Failure Mode Review Failed', {}, 'error', 'detail-type'],
    ['Fault Injection Completed', {}, 'success', 'detail-type'],
    ['Error Budget Exhausted', {}, 'error', 'detail-type'],
    ['invoice.processed', {}, 'neutral', null],
    ['Update Available', {}, 'neutral', null],
    ['invoice.settled', { status: 'PROCESSED' }, 'success', 'detail.status'],
    ['Host Scheduled Maintenance', {}, 'warning', 'detail-type'],
    ['EKS Fargate Pod Scheduled Termination', { podName: 'cart' }, 'warning', 'detail-type'],
    ['Scheduled Event', {}, 'neutral', null],
  ])('%s %j is %s by %s', (detailType, detail, outcome, field) => {
    const envelope = bridgeEvent({ 'detail-type': detailType, detail });
    expect(outcomeOf(envelope)).toEqual({ outcome, field });
  });
});
