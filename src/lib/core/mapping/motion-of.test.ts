import { describe, expect, it } from 'vitest';
import { bridgeEvent, only, trailRecord } from '../event/fixtures/bodies';
import { motionOf } from './motion-of';

describe('the motion', () => {
  it.each([
    ['RunInstances', 'up'],
    ['CreateBucket', 'up'],
    ['PutItem', 'up'],
    ['AddTagsToResource', 'up'],
    ['StopInstances', 'down'],
    ['TerminateInstances', 'down'],
    ['DeleteObject', 'down'],
    ['UpdateItem', 'level'],
    ['DescribeVpcs', 'level'],
    ['Address', 'level'],
    ['INSERT', 'up'],
    ['MODIFY', 'level'],
    ['REMOVE', 'down'],
  ])('of the call or change %s is %s', (eventName, motion) => {
    expect(motionOf(only(trailRecord({ eventName })))).toBe(motion);
  });

  it.each([
    ['pending', 'up'],
    ['running', 'up'],
    ['stopping', 'down'],
    ['stopped', 'down'],
    ['shutting-down', 'down'],
    ['terminated', 'down'],
    ['FAILED', 'level'],
  ])('of the state %s is %s', (state, motion) => {
    expect(motionOf(only(bridgeEvent({ detail: { state } })))).toBe(motion);
  });

  it.each([
    ['Object Created', 'up'],
    ['Object Deleted', 'down'],
    ['EC2 Instance Launch Successful', 'up'],
    ['EC2 Instance-terminate Lifecycle Action', 'down'],
    ['Order Placed', 'level'],
  ])('of the detail-type %s is %s', (detailType, motion) => {
    expect(motionOf(only(bridgeEvent({ 'detail-type': detailType })))).toBe(motion);
  });
});
