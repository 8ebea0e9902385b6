import { ClockProcessor } from './clock-processor';
import { LimiterProcessor } from './limiter-processor';
import { CLOCK, LIMITER } from './processor-names';
import { workletScope } from './worklet-scope';

workletScope.registerProcessor(LIMITER, LimiterProcessor);
workletScope.registerProcessor(CLOCK, ClockProcessor);
