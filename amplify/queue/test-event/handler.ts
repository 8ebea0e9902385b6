import { memberHandler } from '../../functions/handlers';
import { run } from './test-event';

export const handler = memberHandler('test-event', run);
