import { memberHandler } from '../../functions/handlers';
import { run } from './ensure-queue';

export const handler = memberHandler('ensure-queue', run);
