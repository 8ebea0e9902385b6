import { memberHandler } from '../../functions/handlers';
import { run } from './invite';

export const handler = memberHandler('invite', run);
