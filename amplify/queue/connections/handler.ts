import { memberHandler } from '../../functions/handlers';
import { run } from './connections';

export const handler = memberHandler('connections', run);
